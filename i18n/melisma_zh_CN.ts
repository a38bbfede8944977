<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A singing-synthesis editor for DiffSinger voicebanks. Apache License 2.0: you may use, change and pass it on freely; what you sing with it is yours, as far as the voicebank&apos;s own terms allow.</source>
        <translation>面向 DiffSinger 声库的歌声合成编辑器。Apache License 2.0：可自由使用、修改和分发；用它制作的歌声归你所有，但须在声库自身条款允许的范围内。</translation>
    </message>
    <message>
        <source>About Melisma</source>
        <translation>关于 Melisma</translation>
    </message>
    <message>
        <source>Inside: {names}</source>
        <translation>内含：{names}</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>程序库</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence of Melisma</source>
        <translation>Melisma 的许可证</translation>
    </message>
    <message>
        <source>Licence of the library</source>
        <translation>程序库的许可证</translation>
    </message>
    <message>
        <source>Licence of the voice Nagi</source>
        <translation>声库 Nagi 的许可证</translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation>Melisma</translation>
    </message>
    <message>
        <source>The demo song is “Sakura Sakura”, a traditional song of Japan.</source>
        <translation>示例歌曲是日本传统歌曲《樱花樱花》。</translation>
    </message>
    <message>
        <source>The voice Nagi: CC BY 4.0. Made from the HTS voice “mei”, Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0.</source>
        <translation>声库 Nagi：CC BY 4.0。由 HTS 语音“mei”制作（Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team，CC BY 3.0）。</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声库</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Melisma</source>
        <translation>关于 Melisma(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;1 bar</source>
        <translation>1 小节(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;2 bars</source>
        <translation>2 小节(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;Add a lane…</source>
        <translation>添加轨道(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Anchors</source>
        <translation>锚点(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bake</source>
        <translation>烘焙(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Change the lane…</source>
        <translation>更改轨道(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Coarser</source>
        <translation>更粗(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>曲线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Draw tool</source>
        <translation>绘制工具(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Duplicate the track</source>
        <translation>复制音轨(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>向前移动(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>擦除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Erase to predicted</source>
        <translation>擦除为预测值(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export song…</source>
        <translation>导出歌曲(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Finer</source>
        <translation>更细(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fix overlaps</source>
        <translation>修正重叠(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fold or open the lane</source>
        <translation>折叠或展开轨道(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow the playhead</source>
        <translation>跟随播放位置(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gain and fades of the sound…</source>
        <translation>音频的增益与淡入淡出(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go to bar…</source>
        <translation>转到小节(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>网格(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Higher rows</source>
        <translation>增大行高(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Join parts</source>
        <translation>合并分段(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Knife</source>
        <translation>切刀(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>轨道(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>直线(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>延长(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lower rows</source>
        <translation>减小行高(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lyric…</source>
        <translation>歌词…(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation>节拍器(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Mute the track</source>
        <translation>音轨静音(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Name the track</source>
        <translation>重命名音轨(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New song</source>
        <translation>新建歌曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next bar</source>
        <translation>下一小节(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next curve</source>
        <translation>下一条曲线(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next moved prediction</source>
        <translation>下一处变动的预测(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note list</source>
        <translation>音符列表(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note properties</source>
        <translation>音符属性(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>音符(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Paste curve at the playhead</source>
        <translation>在播放位置粘贴曲线(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pencil</source>
        <translation>铅笔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Previous curve</source>
        <translation>上一条曲线(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quantise…</source>
        <translation>量化(&amp;Q)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>升高(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Raise and lower</source>
        <translation>升降(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove tempo or time signature</source>
        <translation>删除速度或拍号(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove the track</source>
        <translation>删除音轨(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Reset phonemes</source>
        <translation>重置音素(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;S-curve</source>
        <translation>S 形曲线(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Select tool</source>
        <translation>选择工具(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>所选范围(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Shorter</source>
        <translation>缩短(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>平滑(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Solo the track</source>
        <translation>音轨独奏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop singing</source>
        <translation>停止渲染(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tracks and arrangement</source>
        <translation>音轨与编排(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Transpose…</source>
        <translation>移调(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Triplets</source>
        <translation>三连音(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Vibrato tool</source>
        <translation>颤音工具(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Voicebanks…</source>
        <translation>声库(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Wait for phrases</source>
        <translation>等待乐句(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation>欢迎页(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Whole part</source>
        <translation>整个分段(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>1/1</source>
        <translation>1/1</translation>
    </message>
    <message>
        <source>1/128</source>
        <translation>1/128</translation>
    </message>
    <message>
        <source>1/16</source>
        <translation>1/16</translation>
    </message>
    <message>
        <source>1/2</source>
        <translation>1/2</translation>
    </message>
    <message>
        <source>1/32</source>
        <translation>1/32</translation>
    </message>
    <message>
        <source>1/4</source>
        <translation>1/4</translation>
    </message>
    <message>
        <source>1/64</source>
        <translation>1/64</translation>
    </message>
    <message>
        <source>1/8</source>
        <translation>1/8</translation>
    </message>
    <message>
        <source>A little earlier</source>
        <translation>略微向前移动</translation>
    </message>
    <message>
        <source>A little later</source>
        <translation>略微向后移动</translation>
    </message>
    <message>
        <source>A little longer</source>
        <translation>略微延长</translation>
    </message>
    <message>
        <source>A little shorter</source>
        <translation>略微缩短</translation>
    </message>
    <message>
        <source>Accept moved pre&amp;dictions</source>
        <translation>接受变动的预测(&amp;D)</translation>
    </message>
    <message>
        <source>Add a &amp;voice track</source>
        <translation>添加声库音轨(&amp;V)</translation>
    </message>
    <message>
        <source>Add all after</source>
        <translation>将其后全部加入选择</translation>
    </message>
    <message>
        <source>Add all before</source>
        <translation>将其前全部加入选择</translation>
    </message>
    <message>
        <source>Add an &amp;audio track…</source>
        <translation>添加音频音轨(&amp;A)…</translation>
    </message>
    <message>
        <source>Add or remove vi&amp;brato</source>
        <translation>添加或移除颤音(&amp;B)</translation>
    </message>
    <message>
        <source>Add the next</source>
        <translation>将下一个加入选择</translation>
    </message>
    <message>
        <source>Add the previous</source>
        <translation>将上一个加入选择</translation>
    </message>
    <message>
        <source>Begin an empty part on the current track, in the bar of the playhead</source>
        <translation>在当前音轨上播放位置所在的小节新建空白分段</translation>
    </message>
    <message>
        <source>Begin an empty song</source>
        <translation>从空白歌曲开始</translation>
    </message>
    <message>
        <source>Begin, open, the demo, and recent songs</source>
        <translation>新建、打开、示例歌曲和最近的歌曲</translation>
    </message>
    <message>
        <source>Bring the playhead behind the last note of the song</source>
        <translation>将播放位置移到歌曲最后一个音符之后</translation>
    </message>
    <message>
        <source>Bring the playhead to the begin of the bar, then of the one before</source>
        <translation>将播放位置移到小节开头，再次则移到前一小节开头</translation>
    </message>
    <message>
        <source>Bring the playhead to the begin of the next bar</source>
        <translation>将播放位置移到下一小节开头</translation>
    </message>
    <message>
        <source>Bring the playhead to the begin of the song</source>
        <translation>将播放位置移到歌曲开头</translation>
    </message>
    <message>
        <source>C&amp;lose the lane</source>
        <translation>关闭轨道(&amp;L)</translation>
    </message>
    <message>
        <source>Calm the curve in the stretch; again for more</source>
        <translation>平滑区间内的曲线；重复执行则更平滑</translation>
    </message>
    <message>
        <source>Change symbols and places of the phonemes of the chosen note</source>
        <translation>更改所选音符的音素符号和位置</translation>
    </message>
    <message>
        <source>Choose a ran&amp;ge</source>
        <translation>选择范围(&amp;G)</translation>
    </message>
    <message>
        <source>Choose a range of time for curves and for playing; with Shift on the ruler it works with every tool</source>
        <translation>为曲线和播放选择一段时间范围；在标尺上按住 Shift 则可在任何工具下使用</translation>
    </message>
    <message>
        <source>Choose all notes from the chosen ones to the last one</source>
        <translation>选择从所选音符到最后一个音符的所有音符</translation>
    </message>
    <message>
        <source>Choose all notes from the first one to the chosen ones</source>
        <translation>选择从第一个音符到所选音符的所有音符</translation>
    </message>
    <message>
        <source>Choose another curve for the current lane</source>
        <translation>为当前轨道选择另一条曲线</translation>
    </message>
    <message>
        <source>Choose every note of the part</source>
        <translation>选择分段中的所有音符</translation>
    </message>
    <message>
        <source>Choose one more curve to be seen</source>
        <translation>再选择一条要显示的曲线</translation>
    </message>
    <message>
        <source>Choose one more note, to the left</source>
        <translation>向左多选一个音符</translation>
    </message>
    <message>
        <source>Choose one more note, to the right</source>
        <translation>向右多选一个音符</translation>
    </message>
    <message>
        <source>Choose sound files (WAV, FLAC, OGG, MP3) that play along with the voices</source>
        <translation>选择与歌声一同播放的音频文件（WAV、FLAC、OGG、MP3）</translation>
    </message>
    <message>
        <source>Choose the first note of the part</source>
        <translation>选择分段的第一个音符</translation>
    </message>
    <message>
        <source>Choose the language in which the chosen notes are read</source>
        <translation>选择所选音符歌词的朗读语言</translation>
    </message>
    <message>
        <source>Choose the last note of the part</source>
        <translation>选择分段的最后一个音符</translation>
    </message>
    <message>
        <source>Choose the note after the chosen ones</source>
        <translation>选择所选音符之后的音符</translation>
    </message>
    <message>
        <source>Choose the note before the chosen ones</source>
        <translation>选择所选音符之前的音符</translation>
    </message>
    <message>
        <source>Choose the phrase that could not be sung</source>
        <translation>选择渲染失败的乐句</translation>
    </message>
    <message>
        <source>Choose the whole part as a stretch of time</source>
        <translation>将整个分段选为时间区间</translation>
    </message>
    <message>
        <source>Choose which predicted curves of the stretch are sung anew</source>
        <translation>选择要重录区间内的哪些预测曲线</translation>
    </message>
    <message>
        <source>Choose, move and resize notes; a double click draws one</source>
        <translation>选择、移动音符并调整长度；双击可绘制音符</translation>
    </message>
    <message>
        <source>Click anchors that a smooth curve goes through and drag them; a double click ends it, a right click on an anchor deletes it</source>
        <translation>点击放置平滑曲线经过的锚点，可拖动调整；双击结束，右键点击锚点可将其删除</translation>
    </message>
    <message>
        <source>Click for one bar before playing begins</source>
        <translation>播放开始前发出一小节的提示音</translation>
    </message>
    <message>
        <source>Click for two bars before playing begins</source>
        <translation>播放开始前发出两小节的提示音</translation>
    </message>
    <message>
        <source>Click on every beat while playing</source>
        <translation>播放时在每一拍发出提示音</translation>
    </message>
    <message>
        <source>Close Melisma</source>
        <translation>关闭 Melisma</translation>
    </message>
    <message>
        <source>Close the current lane; what is in it stays</source>
        <translation>关闭当前轨道；其中的内容保留</translation>
    </message>
    <message>
        <source>Commands and &amp;shortcuts…</source>
        <translation>命令与快捷键(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy curve</source>
        <translation>复制曲线</translation>
    </message>
    <message>
        <source>Copy the current curve of the stretch</source>
        <translation>复制区间内的当前曲线</translation>
    </message>
    <message>
        <source>Copy the current curve of the stretch and take out what was written there</source>
        <translation>复制区间内的当前曲线，并移除已写入的内容</translation>
    </message>
    <message>
        <source>Copy the current track with all that is on it</source>
        <translation>复制当前音轨及其所有内容</translation>
    </message>
    <message>
        <source>Copy what is chosen in the overview behind itself (Ctrl+D there)</source>
        <translation>将总览中所选的内容紧接其后重复一遍（在总览中按 Ctrl+D）</translation>
    </message>
    <message>
        <source>Cou&amp;nt-in</source>
        <translation>预备拍(&amp;N)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Cut curve</source>
        <translation>剪切曲线</translation>
    </message>
    <message>
        <source>Cut notes in two on the grid, with Alt anywhere</source>
        <translation>在网格上将音符一分为二；按住 Alt 可在任意位置切分</translation>
    </message>
    <message>
        <source>Cut the chosen parts and sounds, or the part in the roll, in two</source>
        <translation>将所选分段和音频，或钢琴卷帘中的分段一分为二</translation>
    </message>
    <message>
        <source>Cut the notes that the playhead stands in</source>
        <translation>拆分播放位置所在的音符</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>重复(&amp;U)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>De&amp;lete parts and sounds</source>
        <translation>删除分段和音频(&amp;L)</translation>
    </message>
    <message>
        <source>Divide the grid by three instead of two</source>
        <translation>将网格按三等分而非二等分</translation>
    </message>
    <message>
        <source>Drag the chosen range, the chosen notes or a note up and down as an offset, which stays when the curve is predicted anew; Shift is fine</source>
        <translation>上下拖动所选范围、所选音符或单个音符以添加偏移，曲线重新预测后偏移仍保留；按住 Shift 可微调</translation>
    </message>
    <message>
        <source>Draw a curve by hand, pitch on the notes and values in the lanes; Shift keeps the level</source>
        <translation>手绘曲线：在音符上绘制音高，在轨道中绘制数值；按住 Shift 保持水平</translation>
    </message>
    <message>
        <source>Draw a smooth passage from the press to the release, level at both ends</source>
        <translation>从按下处到松开处绘制两端水平的平滑过渡</translation>
    </message>
    <message>
        <source>Draw a straight line from the press to the release; Shift keeps it level</source>
        <translation>从按下处到松开处绘制直线；按住 Shift 保持水平</translation>
    </message>
    <message>
        <source>Draw a vibrato from where you press to the note&apos;s end; drag its handles</source>
        <translation>从按下处到音符末尾绘制颤音；拖动控制柄进行调整</translation>
    </message>
    <message>
        <source>Draw notes by dragging; the right button takes them away</source>
        <translation>拖动绘制音符；用右键移除</translation>
    </message>
    <message>
        <source>Draw what is sung in the stretch: it stays whatever is predicted</source>
        <translation>将区间内实际演唱的曲线绘制下来，无论预测如何变化都保留</translation>
    </message>
    <message>
        <source>Duplicate parts and s&amp;ounds</source>
        <translation>重复分段和音频(&amp;O)</translation>
    </message>
    <message>
        <source>Edit p&amp;honemes…</source>
        <translation>编辑音素(&amp;H)…</translation>
    </message>
    <message>
        <source>Erase &amp;offsets</source>
        <translation>擦除偏移(&amp;O)</translation>
    </message>
    <message>
        <source>Every command with its keys</source>
        <translation>所有命令及其按键</translation>
    </message>
    <message>
        <source>Exchange the current track with the one above</source>
        <translation>将当前音轨与上方音轨互换</translation>
    </message>
    <message>
        <source>Exchange the current track with the one below</source>
        <translation>将当前音轨与下方音轨互换</translation>
    </message>
    <message>
        <source>Export &amp;DS…</source>
        <translation>导出 DS(&amp;D)…</translation>
    </message>
    <message>
        <source>Export so&amp;und…</source>
        <translation>导出音频(&amp;U)…</translation>
    </message>
    <message>
        <source>F&amp;ind and replace…</source>
        <translation>查找和替换(&amp;I)…</translation>
    </message>
    <message>
        <source>Fill l&amp;yrics…</source>
        <translation>填入歌词(&amp;Y)…</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>按名称查找并执行任意命令</translation>
    </message>
    <message>
        <source>Find lyrics in this part, and put others in their place</source>
        <translation>在此分段中查找歌词并替换</translation>
    </message>
    <message>
        <source>Give back the predicted curve where the mouse sweeps</source>
        <translation>将鼠标扫过处恢复为预测的曲线</translation>
    </message>
    <message>
        <source>Give the chosen notes a vibrato, or take it away where all have one</source>
        <translation>为所选音符添加颤音；若全部已有颤音则移除</translation>
    </message>
    <message>
        <source>Give the chosen notes the phonemes and places that are predicted</source>
        <translation>将所选音符的音素及其位置恢复为预测值</translation>
    </message>
    <message>
        <source>Give the keyboard to the roll, then to each dock in turn</source>
        <translation>将键盘焦点依次移到钢琴卷帘和各个面板</translation>
    </message>
    <message>
        <source>Give the window the whole screen, or take it back</source>
        <translation>将窗口切换为全屏，或恢复原状</translation>
    </message>
    <message>
        <source>Go to the &amp;begin</source>
        <translation>转到开头(&amp;B)</translation>
    </message>
    <message>
        <source>Go to the e&amp;nd</source>
        <translation>转到末尾(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next edit of a curve under which the prediction has moved</source>
        <translation>转到下一处其下预测已变动的曲线编辑</translation>
    </message>
    <message>
        <source>Go to what fai&amp;led</source>
        <translation>转到失败的乐句(&amp;L)</translation>
    </message>
    <message>
        <source>Have curve commands act on the lane before, or on the pitch</source>
        <translation>使曲线命令作用于上一条轨道或音高</translation>
    </message>
    <message>
        <source>Have curve commands act on the next lane, or on the pitch again</source>
        <translation>使曲线命令作用于下一条轨道，或再次作用于音高</translation>
    </message>
    <message>
        <source>Hear only this track and others on solo</source>
        <translation>只播放此音轨和其他独奏的音轨</translation>
    </message>
    <message>
        <source>Higher &amp;keys</source>
        <translation>较高的琴键(&amp;K)</translation>
    </message>
    <message>
        <source>Insert &amp;tempo…</source>
        <translation>插入速度(&amp;T)…</translation>
    </message>
    <message>
        <source>Insert time si&amp;gnature…</source>
        <translation>插入拍号(&amp;G)…</translation>
    </message>
    <message>
        <source>Keep the chosen notes, with their curves, in the clipboard</source>
        <translation>将所选音符连同曲线复制到剪贴板</translation>
    </message>
    <message>
        <source>Keep the predicted curve as it is where the mouse sweeps; begin in a locked range to set it free</source>
        <translation>固定鼠标扫过处的预测曲线；从已锁定的范围开始则解锁</translation>
    </message>
    <message>
        <source>Keep the predicted curve of the stretch as it is, whatever changes around it</source>
        <translation>无论周围如何变化，区间内的预测曲线保持不变</translation>
    </message>
    <message>
        <source>Lan&amp;guage…</source>
        <translation>语言(&amp;G)…</translation>
    </message>
    <message>
        <source>Language, look, sound, rendering, cache, voices and keys</source>
        <translation>语言、外观、音频、渲染、缓存、声库和按键</translation>
    </message>
    <message>
        <source>Late&amp;r</source>
        <translation>向后移动(&amp;R)</translation>
    </message>
    <message>
        <source>Le&amp;gato…</source>
        <translation>连奏(&amp;G)…</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>长度(&amp;G)</translation>
    </message>
    <message>
        <source>Let a tempo begin at the playhead</source>
        <translation>在播放位置插入速度</translation>
    </message>
    <message>
        <source>Let a text flow over the chosen notes, or over all from the chosen one on</source>
        <translation>将文本依次填入所选音符，或填入从所选音符起的所有音符</translation>
    </message>
    <message>
        <source>Let a time signature begin at the bar of the playhead</source>
        <translation>在播放位置所在的小节插入拍号</translation>
    </message>
    <message>
        <source>Let go of the chosen stretch of time</source>
        <translation>取消选择时间区间</translation>
    </message>
    <message>
        <source>Let notes lie anywhere</source>
        <translation>音符可放在任意位置</translation>
    </message>
    <message>
        <source>Let notes snap to 1/1 notes</source>
        <translation>音符吸附到 1/1 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/128 notes</source>
        <translation>音符吸附到 1/128 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/16 notes</source>
        <translation>音符吸附到 1/16 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/2 notes</source>
        <translation>音符吸附到 1/2 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/32 notes</source>
        <translation>音符吸附到 1/32 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/4 notes</source>
        <translation>音符吸附到 1/4 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/64 notes</source>
        <translation>音符吸附到 1/64 音符</translation>
    </message>
    <message>
        <source>Let notes snap to 1/8 notes</source>
        <translation>音符吸附到 1/8 音符</translation>
    </message>
    <message>
        <source>Let the chosen notes end a 1/128 earlier</source>
        <translation>将所选音符的末尾提前 1/128</translation>
    </message>
    <message>
        <source>Let the chosen notes end a 1/128 later</source>
        <translation>将所选音符的末尾推后 1/128</translation>
    </message>
    <message>
        <source>Let the chosen notes end a step of the grid earlier</source>
        <translation>将所选音符的末尾提前一格</translation>
    </message>
    <message>
        <source>Let the chosen notes end a step of the grid later</source>
        <translation>将所选音符的末尾推后一格</translation>
    </message>
    <message>
        <source>Let the chosen notes last until the next one where the gap is short</source>
        <translation>在间隙较短处，将所选音符延长到下一个音符</translation>
    </message>
    <message>
        <source>Let the curve of the stretch be predicted anew</source>
        <translation>使区间内的曲线重新跟随预测</translation>
    </message>
    <message>
        <source>Let the loop begin at the playhead</source>
        <translation>将循环起点设在播放位置</translation>
    </message>
    <message>
        <source>Let the loop end at the playhead</source>
        <translation>将循环终点设在播放位置</translation>
    </message>
    <message>
        <source>Lo&amp;wer</source>
        <translation>降低(&amp;W)</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>锁定(&amp;K)</translation>
    </message>
    <message>
        <source>Look a page earlier in the song</source>
        <translation>查看歌曲中前一页的内容</translation>
    </message>
    <message>
        <source>Look a page later in the song</source>
        <translation>查看歌曲中后一页的内容</translation>
    </message>
    <message>
        <source>Look at the keys an octave higher</source>
        <translation>查看高一个八度的琴键</translation>
    </message>
    <message>
        <source>Look at the keys an octave lower</source>
        <translation>查看低一个八度的琴键</translation>
    </message>
    <message>
        <source>Loop begins &amp;here</source>
        <translation>循环从此处开始(&amp;H)</translation>
    </message>
    <message>
        <source>Loop en&amp;ds here</source>
        <translation>循环到此处结束(&amp;D)</translation>
    </message>
    <message>
        <source>Loop the selec&amp;tion</source>
        <translation>循环所选范围(&amp;T)</translation>
    </message>
    <message>
        <source>Lower k&amp;eys</source>
        <translation>较低的琴键(&amp;E)</translation>
    </message>
    <message>
        <source>Lower more</source>
        <translation>大幅降低</translation>
    </message>
    <message>
        <source>Lower the chosen notes by a semitone</source>
        <translation>将所选音符降低一个半音</translation>
    </message>
    <message>
        <source>Lower the chosen notes by an octave</source>
        <translation>将所选音符降低一个八度</translation>
    </message>
    <message>
        <source>Lower the curve in the stretch by a step; the wheel with Alt does the same</source>
        <translation>将区间内的曲线降低一级；按住 Alt 滚动滚轮效果相同</translation>
    </message>
    <message>
        <source>Lower the curve in the stretch by five steps</source>
        <translation>将区间内的曲线降低五级</translation>
    </message>
    <message>
        <source>Make one note of the chosen ones, with the first one&apos;s lyric</source>
        <translation>将所选音符合并为一个，使用第一个音符的歌词</translation>
    </message>
    <message>
        <source>Make the change that was taken back again</source>
        <translation>恢复刚才撤销的更改</translation>
    </message>
    <message>
        <source>Make the chosen parts of a track one part</source>
        <translation>将音轨中所选的分段合并为一个</translation>
    </message>
    <message>
        <source>Make the current lane a thin line, or open it</source>
        <translation>将当前轨道折叠为细线，或展开</translation>
    </message>
    <message>
        <source>Make the curve in the stretch flatter or livelier</source>
        <translation>使区间内的曲线起伏变小或变大</translation>
    </message>
    <message>
        <source>Make the rows of the keys higher</source>
        <translation>增大琴键的行高</translation>
    </message>
    <message>
        <source>Make the rows of the keys lower</source>
        <translation>减小琴键的行高</translation>
    </message>
    <message>
        <source>Make the steps of the grid half as long</source>
        <translation>将网格间距减半</translation>
    </message>
    <message>
        <source>Make the steps of the grid twice as long</source>
        <translation>将网格间距加倍</translation>
    </message>
    <message>
        <source>Mer&amp;ge</source>
        <translation>合并(&amp;G)</translation>
    </message>
    <message>
        <source>Mi&amp;xer</source>
        <translation>混音器(&amp;X)</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a 1/128</source>
        <translation>将所选音符向左移动 1/128</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a step of the grid</source>
        <translation>将所选音符向左移动一格</translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a 1/128</source>
        <translation>将所选音符向右移动 1/128</translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a step of the grid</source>
        <translation>将所选音符向右移动一格</translation>
    </message>
    <message>
        <source>Move the track &amp;up</source>
        <translation>上移音轨(&amp;U)</translation>
    </message>
    <message>
        <source>Move the track do&amp;wn</source>
        <translation>下移音轨(&amp;W)</translation>
    </message>
    <message>
        <source>Nam&amp;e the part</source>
        <translation>重命名分段(&amp;E)</translation>
    </message>
    <message>
        <source>New &amp;part</source>
        <translation>新建分段(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>下一个区域(&amp;A)</translation>
    </message>
    <message>
        <source>Octave down</source>
        <translation>降低八度</translation>
    </message>
    <message>
        <source>Octave up</source>
        <translation>升高八度</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的歌曲(&amp;R)</translation>
    </message>
    <message>
        <source>Open a song from a file</source>
        <translation>从文件打开歌曲</translation>
    </message>
    <message>
        <source>Open a song that was open lately</source>
        <translation>打开最近打开过的歌曲</translation>
    </message>
    <message>
        <source>Open the &amp;demo song</source>
        <translation>打开示例歌曲(&amp;D)</translation>
    </message>
    <message>
        <source>Open the song that comes with Melisma</source>
        <translation>打开 Melisma 自带的歌曲</translation>
    </message>
    <message>
        <source>Open what was not saved when Melisma ended</source>
        <translation>打开 Melisma 结束时尚未保存的歌曲</translation>
    </message>
    <message>
        <source>Page to the &amp;left</source>
        <translation>向左翻页(&amp;L)</translation>
    </message>
    <message>
        <source>Page to the &amp;right</source>
        <translation>向右翻页(&amp;R)</translation>
    </message>
    <message>
        <source>Paste curve at the selection</source>
        <translation>在所选范围粘贴曲线</translation>
    </message>
    <message>
        <source>Play a range again and again</source>
        <translation>循环播放一段范围</translation>
    </message>
    <message>
        <source>Play at once</source>
        <translation>立即播放</translation>
    </message>
    <message>
        <source>Play from the playhead on, or stand where it is</source>
        <translation>从播放位置开始播放，或停在原处</translation>
    </message>
    <message>
        <source>Play s&amp;election</source>
        <translation>播放所选内容(&amp;E)</translation>
    </message>
    <message>
        <source>Play the chosen notes or the chosen range again and again</source>
        <translation>循环播放所选音符或所选范围</translation>
    </message>
    <message>
        <source>Play the chosen notes or the chosen range once</source>
        <translation>播放一次所选音符或所选范围</translation>
    </message>
    <message>
        <source>Pre&amp;vious bar</source>
        <translation>上一小节(&amp;V)</translation>
    </message>
    <message>
        <source>Put a track with an empty part below the others</source>
        <translation>在最下方添加带有空白分段的音轨</translation>
    </message>
    <message>
        <source>Put all docks where they were at first</source>
        <translation>将所有面板恢复到最初的位置</translation>
    </message>
    <message>
        <source>Put copied notes at the playhead, or a text as lyrics on the chosen notes</source>
        <translation>将复制的音符粘贴到播放位置，或将文本作为歌词填入所选音符</translation>
    </message>
    <message>
        <source>Put the chosen notes on a grid, all the way or a part of it</source>
        <translation>将所选音符完全或部分对齐到网格</translation>
    </message>
    <message>
        <source>Put the copied stretch where the chosen stretch begins</source>
        <translation>将复制的区间粘贴到所选区间的开头</translation>
    </message>
    <message>
        <source>Put the copied stretch where the playhead stands, into the current curve</source>
        <translation>将复制的区间粘贴到当前曲线的播放位置</translation>
    </message>
    <message>
        <source>Put the tracks of another song, MIDI or DS file into this song</source>
        <translation>将其他歌曲、MIDI 或 DS 文件中的音轨导入此歌曲</translation>
    </message>
    <message>
        <source>Raise more</source>
        <translation>大幅升高</translation>
    </message>
    <message>
        <source>Raise or lower the chosen notes by a number of semitones</source>
        <translation>将所选音符升高或降低指定的半音数</translation>
    </message>
    <message>
        <source>Raise the chosen notes by a semitone</source>
        <translation>将所选音符升高一个半音</translation>
    </message>
    <message>
        <source>Raise the chosen notes by an octave</source>
        <translation>将所选音符升高一个八度</translation>
    </message>
    <message>
        <source>Raise the curve in the stretch by a step; the wheel with Alt does the same</source>
        <translation>将区间内的曲线升高一级；按住 Alt 滚动滚轮效果相同</translation>
    </message>
    <message>
        <source>Raise the curve in the stretch by five steps</source>
        <translation>将区间内的曲线升高五级</translation>
    </message>
    <message>
        <source>Re&amp;take pitch</source>
        <translation>重录音高(&amp;T)</translation>
    </message>
    <message>
        <source>Reco&amp;ver songs…</source>
        <translation>恢复歌曲(&amp;V)…</translation>
    </message>
    <message>
        <source>Remove the chosen notes</source>
        <translation>移除所选音符</translation>
    </message>
    <message>
        <source>Remove what begins at the playhead; what was before goes on</source>
        <translation>移除从播放位置开始的设置；此前的设置继续生效</translation>
    </message>
    <message>
        <source>Repeat the chosen notes right behind them</source>
        <translation>将所选音符紧接其后重复一遍</translation>
    </message>
    <message>
        <source>Retake para&amp;meters…</source>
        <translation>重录参数(&amp;M)…</translation>
    </message>
    <message>
        <source>S&amp;cale…</source>
        <translation>缩放(&amp;C)…</translation>
    </message>
    <message>
        <source>S&amp;mooth</source>
        <translation>平滑(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ound notes</source>
        <translation>试听音符(&amp;O)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the song in another file</source>
        <translation>将歌曲保存到另一个文件</translation>
    </message>
    <message>
        <source>Save the song in its file</source>
        <translation>将歌曲保存到原文件</translation>
    </message>
    <message>
        <source>See, install and remove voices, and what is wrong with them</source>
        <translation>查看、安装和移除声库，并查看其中的问题</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;all time</source>
        <translation>选择全部时间(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;first</source>
        <translation>选择第一个(&amp;F)</translation>
    </message>
    <message>
        <source>Select &amp;last</source>
        <translation>选择最后一个(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;next</source>
        <translation>选择下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;previous</source>
        <translation>选择上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Select n&amp;o time</source>
        <translation>取消选择时间(&amp;O)</translation>
    </message>
    <message>
        <source>Semitone &amp;up</source>
        <translation>升高半音(&amp;U)</translation>
    </message>
    <message>
        <source>Semitone d&amp;own</source>
        <translation>降低半音(&amp;O)</translation>
    </message>
    <message>
        <source>Set gain, fades and cut of a sound in numbers</source>
        <translation>以数值设置音频的增益、淡入淡出和裁剪</translation>
    </message>
    <message>
        <source>Set length, depth, period, fades and phase of the chosen notes&apos; vibratos</source>
        <translation>设置所选音符颤音的长度、深度、周期、淡入淡出和相位</translation>
    </message>
    <message>
        <source>Set the chosen notes some cents beside their keys</source>
        <translation>以音分为单位偏移所选音符的音高</translation>
    </message>
    <message>
        <source>Shorten notes that reach into the next one</source>
        <translation>缩短与下一个音符重叠的音符</translation>
    </message>
    <message>
        <source>Show all notes of the part</source>
        <translation>显示分段中的所有音符</translation>
    </message>
    <message>
        <source>Show all tracks with their voices, parts and sounds over time</source>
        <translation>按时间显示所有音轨及其声库、分段和音频</translation>
    </message>
    <message>
        <source>Show and change all that there is to a note</source>
        <translation>显示并更改音符的所有属性</translation>
    </message>
    <message>
        <source>Show faders and level meters of all tracks</source>
        <translation>显示所有音轨的推子和电平表</translation>
    </message>
    <message>
        <source>Show less time, larger</source>
        <translation>缩短显示的时间范围，放大内容</translation>
    </message>
    <message>
        <source>Show more time, smaller</source>
        <translation>延长显示的时间范围，缩小内容</translation>
    </message>
    <message>
        <source>Show the chosen notes as large as they fit</source>
        <translation>将所选音符放大到恰好容纳的大小</translation>
    </message>
    <message>
        <source>Show the notes as a table that a screen reader reads and keys edit</source>
        <translation>以表格显示音符，可用屏幕阅读器朗读并用键盘编辑</translation>
    </message>
    <message>
        <source>Show the steps of the song, to go to any of them</source>
        <translation>显示歌曲的编辑历史，可转到其中任意一步</translation>
    </message>
    <message>
        <source>Show the takes of the chosen phrase: hear, use, name or delete them</source>
        <translation>显示所选乐句的版本：试听、使用、命名或删除</translation>
    </message>
    <message>
        <source>Show what is wrong in the song, to go there</source>
        <translation>显示歌曲中的问题，并可转到该处</translation>
    </message>
    <message>
        <source>Silence the current track, or hear it again</source>
        <translation>将当前音轨静音，或取消静音</translation>
    </message>
    <message>
        <source>Sing &amp;again</source>
        <translation>重新渲染(&amp;A)</translation>
    </message>
    <message>
        <source>Sing the pitch of the stretch anew; what was sung is kept as a take</source>
        <translation>重新演唱区间内的音高；之前的演唱保留为版本</translation>
    </message>
    <message>
        <source>Smooth the curve where the mouse sweeps; further up is smoother, passes add up</source>
        <translation>平滑鼠标扫过处的曲线；位置越高越平滑，多次扫过效果叠加</translation>
    </message>
    <message>
        <source>Sound notes when they are chosen, drawn or moved to another key</source>
        <translation>在选择、绘制音符或将其移到其他琴键时发声</translation>
    </message>
    <message>
        <source>Split at the play&amp;head</source>
        <translation>在播放位置拆分(&amp;H)</translation>
    </message>
    <message>
        <source>Stand still before a phrase that is not sung yet, or pass it in silence</source>
        <translation>在尚未演唱的乐句前等待，或静音通过</translation>
    </message>
    <message>
        <source>Stop and go back to where playing began, then to the song&apos;s begin</source>
        <translation>停止并回到开始播放处，再次则回到歌曲开头</translation>
    </message>
    <message>
        <source>Stop the engine; what is sung stays</source>
        <translation>停止渲染；已完成的部分保留</translation>
    </message>
    <message>
        <source>T&amp;racks</source>
        <translation>音轨(&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;une…</source>
        <translation>微调音高(&amp;U)…</translation>
    </message>
    <message>
        <source>Ta&amp;kes</source>
        <translation>版本(&amp;K)</translation>
    </message>
    <message>
        <source>Take away the marks in the stretch, or all without one; the edits stay as they are</source>
        <translation>清除区间内的标记，没有区间时全部清除；编辑保持不变</translation>
    </message>
    <message>
        <source>Take away the notes that you click or sweep over</source>
        <translation>移除点击或扫过的音符</translation>
    </message>
    <message>
        <source>Take away what is chosen in the overview (Del there)</source>
        <translation>移除总览中所选的内容（在总览中按 Del）</translation>
    </message>
    <message>
        <source>Take out what was drawn and moved: the predicted curve is sung again</source>
        <translation>移除绘制和移动的内容，恢复为预测的曲线</translation>
    </message>
    <message>
        <source>Take out what was raised or lowered; what was drawn stays</source>
        <translation>移除升降的内容；绘制的内容保留</translation>
    </message>
    <message>
        <source>Take the chosen notes out and keep them, with their curves, in the clipboard</source>
        <translation>将所选音符连同曲线剪切到剪贴板</translation>
    </message>
    <message>
        <source>Take the current track away with all that is on it</source>
        <translation>移除当前音轨及其所有内容</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Ten cents down</source>
        <translation>降低 10 音分</translation>
    </message>
    <message>
        <source>Ten cents up</source>
        <translation>升高 10 音分</translation>
    </message>
    <message>
        <source>The first song in ten minutes, and every tool</source>
        <translation>十分钟完成第一首歌，以及所有工具的说明</translation>
    </message>
    <message>
        <source>Try once more what failed, and sing what was left</source>
        <translation>重试失败的部分，并演唱剩余的部分</translation>
    </message>
    <message>
        <source>Tune the chosen notes ten cents higher</source>
        <translation>将所选音符的音高升高 10 音分</translation>
    </message>
    <message>
        <source>Tune the chosen notes ten cents lower</source>
        <translation>将所选音符的音高降低 10 音分</translation>
    </message>
    <message>
        <source>Turn the page with the playhead while playing</source>
        <translation>播放时随播放位置翻页</translation>
    </message>
    <message>
        <source>Type a name for the current track</source>
        <translation>输入当前音轨的名称</translation>
    </message>
    <message>
        <source>Type a name for the part (F2 in the overview)</source>
        <translation>输入分段的名称（在总览中按 F2）</translation>
    </message>
    <message>
        <source>Type the bar, beat and tick to go to</source>
        <translation>输入要转到的小节、拍和 tick</translation>
    </message>
    <message>
        <source>Type the lyric of the first chosen note; Tab or space goes on to the next</source>
        <translation>输入第一个所选音符的歌词；按 Tab 或空格转到下一个</translation>
    </message>
    <message>
        <source>Write phonemes and curves as they are sung</source>
        <translation>按实际演唱写出音素和曲线</translation>
    </message>
    <message>
        <source>Write the notes in another format, such as MIDI</source>
        <translation>以 MIDI 等其他格式写出音符</translation>
    </message>
    <message>
        <source>Write the song as WAV or FLAC, a mix or stems</source>
        <translation>将歌曲写为 WAV 或 FLAC，混音或分轨</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Version, licences and thanks</source>
        <translation>版本、许可证与致谢</translation>
    </message>
    <message>
        <source>Vibrato…</source>
        <translation>颤音…</translation>
    </message>
    <message>
        <source>Write a file for a bug report, with logs but without personal paths</source>
        <translation>生成用于反馈问题的文件，包含日志，但不含个人路径</translation>
    </message>
</context>
<context>
    <name>ArrangementPanel</name>
    <message>
        <source>Scroll over the tracks</source>
        <translation>按音轨滚动</translation>
    </message>
    <message>
        <source>Scroll the arrangement in time</source>
        <translation>按时间滚动编排</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>音轨</translation>
    </message>
</context>
<context>
    <name>AudioExportDialog</name>
    <message>
        <source>&amp;Depth</source>
        <translation>位深(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>电平(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>范围(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sample rate</source>
        <translation>采样率(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>A file for each track (stems)</source>
        <translation>每条音轨一个文件（分轨）</translation>
    </message>
    <message>
        <source>Export sound</source>
        <translation>导出音频</translation>
    </message>
    <message>
        <source>Folder for the stems</source>
        <translation>分轨文件夹</translation>
    </message>
    <message>
        <source>Length {length}</source>
        <translation>长度 {length}</translation>
    </message>
    <message>
        <source>Level of the loudest sample</source>
        <translation>最大采样的电平</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Normalise: loudest sample at</source>
        <translation>标准化：最大采样为</translation>
    </message>
    <message>
        <source>One file with the mix</source>
        <translation>混音为一个文件</translation>
    </message>
    <message>
        <source>Raise or lower all of it so that its loudest sample has this level.</source>
        <translation>整体升高或降低，使最大采样达到此电平。</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选范围</translation>
    </message>
    <message>
        <source>Silence &amp;after the end</source>
        <translation>结尾后的静音(&amp;A)</translation>
    </message>
    <message>
        <source>Whole song</source>
        <translation>整首歌曲</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>写入到(&amp;T)</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>less than {size}</source>
        <translation>小于 {size}</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} 位</translation>
    </message>
    <message>
        <source>{bits}-bit float</source>
        <translation>{bits} 位浮点</translation>
    </message>
    <message>
        <source>{heard} of {all} tracks are heard</source>
        <translation>{all} 条音轨中有 {heard} 条发声</translation>
    </message>
</context>
<context>
    <name>AudioPanel</name>
    <message numerus="yes">
        <source>%n sound card(s) found.</source>
        <translation>
            <numerusform>找到 %n 个声卡。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for devices</source>
        <translation>查找设备</translation>
    </message>
    <message>
        <source>Looking for sound cards…</source>
        <translation>正在查找声卡…</translation>
    </message>
    <message>
        <source>No sound card was found: connect one and look again. Playing is silent.</source>
        <translation>未找到声卡：请连接后重新查找。播放时没有声音。</translation>
    </message>
    <message>
        <source>Play a test tone</source>
        <translation>播放测试音</translation>
    </message>
    <message>
        <source>Playing a tone…</source>
        <translation>正在播放测试音…</translation>
    </message>
    <message>
        <source>Sound goes to {name}.</source>
        <translation>声音输出到 {name}。</translation>
    </message>
    <message>
        <source>The song is playing: stop it to hear the tone alone.</source>
        <translation>歌曲正在播放：请停止播放以单独听测试音。</translation>
    </message>
</context>
<context>
    <name>AutosavePanel</name>
    <message>
        <source>Everything you do is kept in {path} until it is saved, and offered at the next start if Melisma has ended without your doing.</source>
        <translation>保存之前，您的所有操作都保留在 {path} 中；若 Melisma 意外结束，下次启动时可以恢复。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>{path} cannot be shown: there is nothing unsaved in it yet.</source>
        <translation>无法显示 {path}：其中还没有未保存的内容。</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>Nothing that is chosen goes across the playhead: put it inside a part.</source>
        <translation>所选内容均未跨过播放位置：请将播放位置放在分段内。</translation>
    </message>
</context>
<context>
    <name>CachePanel</name>
    <message numerus="yes">
        <source>%n file(s) removed, {size}.</source>
        <translation>
            <numerusform>已移除 %n 个文件，共 {size}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all…</source>
        <translation>全部清除…</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>清除缓存</translation>
    </message>
    <message>
        <source>Clear what the open song does not use</source>
        <translation>清除当前歌曲未使用的内容</translation>
    </message>
    <message>
        <source>Clearing the cache</source>
        <translation>正在清除缓存</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>正在清除…</translation>
    </message>
    <message>
        <source>Hits in the open song</source>
        <translation>当前歌曲的命中</translation>
    </message>
    <message>
        <source>Hits in this session</source>
        <translation>本次会话的命中</translation>
    </message>
    <message>
        <source>Keeps what the open song has asked for since it was opened, undone edits included</source>
        <translation>保留当前歌曲打开以来用到的内容，包括已撤销的编辑</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Possible once the open song has been sung wholly</source>
        <translation>当前歌曲全部渲染完成后可用</translation>
    </message>
    <message>
        <source>Possible while the cache is on: only then it is known what is used</source>
        <translation>仅在缓存开启时可用：只有这样才知道哪些内容被使用</translation>
    </message>
    <message>
        <source>Remove all that models have given so far? Songs lose nothing; what is not sung yet in this session will be sung anew, which takes its time.</source>
        <translation>要移除模型迄今的所有输出吗？歌曲不会丢失任何内容；本次会话中尚未演唱的部分将重新演唱，这需要一些时间。</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped: what was removed is gone, the rest stays.</source>
        <translation>已停止：已移除的内容不再保留，其余不变。</translation>
    </message>
    <message>
        <source>The folder cannot be shown: nothing was kept there yet.</source>
        <translation>无法显示文件夹：其中还没有保存任何内容。</translation>
    </message>
    <message>
        <source>Used of the largest size</source>
        <translation>已用量占大小上限的比例</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>nothing was asked for yet</source>
        <translation>尚无请求</translation>
    </message>
    <message>
        <source>{percent} % ({hits} of {all} answers came out of the cache)</source>
        <translation>{percent} %（{all} 个结果中有 {hits} 个来自缓存）</translation>
    </message>
    <message numerus="yes">
        <source>{size} of {budget}, %n file(s)</source>
        <translation>
            <numerusform>{size} / {budget}，%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClipboardRoom</name>
    <message>
        <source>The clipboard holds no notes: copy some, or choose notes for a text.</source>
        <translation>剪贴板中没有音符：请先复制音符，或选择要填入文本的音符。</translation>
    </message>
</context>
<context>
    <name>ColourPopup</name>
    <message>
        <source>Share of {colour}</source>
        <translation>{colour} 的比例</translation>
    </message>
    <message>
        <source>The share of this colour is drawn over time.</source>
        <translation>此音色的比例已随时间绘制。</translation>
    </message>
    <message>
        <source>Voice colours</source>
        <translation>音色</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>已绘制</translation>
    </message>
</context>
<context>
    <name>CurveTools</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Nothing is sung there, so a curve would not be heard: draw where there are notes.</source>
        <translation>此处没有演唱，绘制曲线也听不到：请在有音符的地方绘制。</translation>
    </message>
    <message>
        <source>Offset by {change}: it stays on top of whatever is predicted or drawn there.</source>
        <translation>偏移 {change}：始终叠加在此处预测或绘制的曲线之上。</translation>
    </message>
    <message>
        <source>There is nothing to raise or lower here: choose notes or a range first, or begin on a note.</source>
        <translation>此处没有可升降的内容：请先选择音符或范围，或从音符上开始。</translation>
    </message>
    <message>
        <source>This voice does not take {parameter}, so a curve would not be heard: draw in another lane, or choose a voice that has it.</source>
        <translation>此声库不支持{parameter}，绘制曲线也听不到：请在其他轨道中绘制，或选择支持它的声库。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>sung {value}</source>
        <translation>实唱 {value}</translation>
    </message>
    <message>
        <source>± {ticks} ticks</source>
        <translation>± {ticks} tick</translation>
    </message>
</context>
<context>
    <name>CurvesRoom</name>
    <message>
        <source>Copied: {parameter}</source>
        <translation>已复制：{parameter}</translation>
    </message>
    <message>
        <source>{from} was pasted into {to}: its whole range was mapped onto the other&apos;s, since their units differ</source>
        <translation>已将{from}粘贴到{to}：由于单位不同，已将其整个范围映射到后者的范围</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name}（未连接）</translation>
    </message>
</context>
<context>
    <name>DeviceNotice</name>
    <message>
        <source>Choose device…</source>
        <translation>选择设备…</translation>
    </message>
    <message>
        <source>Sound goes to {name} now.</source>
        <translation>声音现在输出到 {name}。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>DropsRoom</name>
    <message>
        <source>{name} is nothing that Melisma opens: drop songs ({endings}), sounds or voices.</source>
        <translation>Melisma 无法打开 {name}：请拖入歌曲（{endings}）、音频或声库。</translation>
    </message>
</context>
<context>
    <name>DsExportDialog</name>
    <message>
        <source>&amp;Parts</source>
        <translation>分段(&amp;P)</translation>
    </message>
    <message>
        <source>Choose a part with notes.</source>
        <translation>请选择有音符的分段。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Export DS</source>
        <translation>导出 DS</translation>
    </message>
    <message>
        <source>One file, with the values that are sung.</source>
        <translation>一个文件，包含实际演唱的值。</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>写入到(&amp;T)</translation>
    </message>
    <message>
        <source>{count} files, each with the name of its part behind this one.</source>
        <translation>{count} 个文件，文件名后各附上分段名称。</translation>
    </message>
    <message>
        <source>{name} ({count} notes)</source>
        <translation>{name}（{count} 个音符）</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
</context>
<context>
    <name>EditName</name>
    <message>
        <source>Accept prediction</source>
        <translation>接受预测</translation>
    </message>
    <message>
        <source>Add part</source>
        <translation>添加分段</translation>
    </message>
    <message>
        <source>Add sound</source>
        <translation>添加音频</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>添加音轨</translation>
    </message>
    <message>
        <source>Anchors: {parameter}</source>
        <translation>锚点：{parameter}</translation>
    </message>
    <message>
        <source>Bake: {parameter}</source>
        <translation>烘焙：{parameter}</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>更改语言</translation>
    </message>
    <message>
        <source>Change level of a sound</source>
        <translation>更改音频电平</translation>
    </message>
    <message>
        <source>Change metre</source>
        <translation>更改拍号</translation>
    </message>
    <message>
        <source>Change phoneme</source>
        <translation>更改音素</translation>
    </message>
    <message>
        <source>Change phonetic hint</source>
        <translation>更改发音提示</translation>
    </message>
    <message>
        <source>Change pitch points</source>
        <translation>更改音高点</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>Change tempo</source>
        <translation>更改速度</translation>
    </message>
    <message>
        <source>Change vibrato</source>
        <translation>更改颤音</translation>
    </message>
    <message>
        <source>Choose voice</source>
        <translation>选择声库</translation>
    </message>
    <message>
        <source>Copy notes</source>
        <translation>复制音符</translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation>复制分段</translation>
    </message>
    <message>
        <source>Copy sound</source>
        <translation>复制音频</translation>
    </message>
    <message>
        <source>Copy track</source>
        <translation>复制音轨</translation>
    </message>
    <message>
        <source>Cut: {parameter}</source>
        <translation>剪切：{parameter}</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>删除版本</translation>
    </message>
    <message>
        <source>Draw notes</source>
        <translation>绘制音符</translation>
    </message>
    <message>
        <source>Draw: {parameter}</source>
        <translation>绘制：{parameter}</translation>
    </message>
    <message>
        <source>Erase: {parameter}</source>
        <translation>擦除：{parameter}</translation>
    </message>
    <message>
        <source>Fix overlaps</source>
        <translation>修正重叠</translation>
    </message>
    <message>
        <source>Flow lyrics</source>
        <translation>填入歌词</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Join parts</source>
        <translation>合并分段</translation>
    </message>
    <message>
        <source>Legato</source>
        <translation>连奏</translation>
    </message>
    <message>
        <source>Lock: {parameter}</source>
        <translation>锁定：{parameter}</translation>
    </message>
    <message>
        <source>Merge notes</source>
        <translation>合并音符</translation>
    </message>
    <message>
        <source>Mix colours</source>
        <translation>混合音色</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>混音器</translation>
    </message>
    <message>
        <source>Move metre</source>
        <translation>移动拍号</translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>移动音符</translation>
    </message>
    <message>
        <source>Move part</source>
        <translation>移动分段</translation>
    </message>
    <message>
        <source>Move phoneme</source>
        <translation>移动音素</translation>
    </message>
    <message>
        <source>Move sound</source>
        <translation>移动音频</translation>
    </message>
    <message>
        <source>Move tempo</source>
        <translation>移动速度</translation>
    </message>
    <message>
        <source>Move track</source>
        <translation>移动音轨</translation>
    </message>
    <message>
        <source>Name take</source>
        <translation>命名版本</translation>
    </message>
    <message>
        <source>Paste notes</source>
        <translation>粘贴音符</translation>
    </message>
    <message>
        <source>Paste: {parameter}</source>
        <translation>粘贴：{parameter}</translation>
    </message>
    <message>
        <source>Place phoneme</source>
        <translation>放置音素</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Raise or lower: {parameter}</source>
        <translation>升降：{parameter}</translation>
    </message>
    <message>
        <source>Remove metre</source>
        <translation>删除拍号</translation>
    </message>
    <message>
        <source>Remove notes</source>
        <translation>删除音符</translation>
    </message>
    <message>
        <source>Remove part</source>
        <translation>删除分段</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>删除音频</translation>
    </message>
    <message>
        <source>Remove tempo</source>
        <translation>删除速度</translation>
    </message>
    <message>
        <source>Remove track</source>
        <translation>删除音轨</translation>
    </message>
    <message>
        <source>Rename part</source>
        <translation>重命名分段</translation>
    </message>
    <message>
        <source>Rename song</source>
        <translation>重命名歌曲</translation>
    </message>
    <message>
        <source>Rename track</source>
        <translation>重命名音轨</translation>
    </message>
    <message>
        <source>Replace lyrics</source>
        <translation>替换歌词</translation>
    </message>
    <message>
        <source>Reset phonemes</source>
        <translation>重置音素</translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation>调整音符长度</translation>
    </message>
    <message>
        <source>Resize notes</source>
        <translation>调整音符长度</translation>
    </message>
    <message>
        <source>Restore take</source>
        <translation>恢复版本</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>重录</translation>
    </message>
    <message>
        <source>Scale: {parameter}</source>
        <translation>缩放：{parameter}</translation>
    </message>
    <message>
        <source>Smooth: {parameter}</source>
        <translation>平滑：{parameter}</translation>
    </message>
    <message>
        <source>Split note</source>
        <translation>拆分音符</translation>
    </message>
    <message>
        <source>Split part</source>
        <translation>拆分分段</translation>
    </message>
    <message>
        <source>Split sound</source>
        <translation>拆分音频</translation>
    </message>
    <message>
        <source>Transpose notes</source>
        <translation>移调音符</translation>
    </message>
    <message>
        <source>Trim sound</source>
        <translation>裁剪音频</translation>
    </message>
    <message>
        <source>Tune notes</source>
        <translation>微调音符音高</translation>
    </message>
    <message>
        <source>Unlock: {parameter}</source>
        <translation>解锁：{parameter}</translation>
    </message>
    <message>
        <source>Write lyrics</source>
        <translation>输入歌词</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message numerus="yes">
        <source>And %n more, see the list of problems.</source>
        <translation>
            <numerusform>另有 %n 个问题，请查看问题列表。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Measuring the level…</source>
        <translation>正在测量电平…</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Singing phrase {done} of {total}</source>
        <translation>正在渲染乐句 {done}/{total}</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>导出状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files into {folder}.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 {folder}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>{length} of song in {seconds} s.</source>
        <translation>歌曲长度 {length}，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{names} is there already. Replace it?</source>
        <translation>{names} 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>{ratio}× real time</source>
        <translation>{ratio} 倍实时速度</translation>
    </message>
</context>
<context>
    <name>ExportsRoom</name>
    <message>
        <source>An export is not finished. Stop it? Nothing of it will be written.</source>
        <translation>导出尚未完成。要停止吗？将不会写入任何内容。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export song</source>
        <translation>导出歌曲</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
</context>
<context>
    <name>FilesRoom</name>
    <message>
        <source>Import into this song</source>
        <translation>导入到此歌曲</translation>
    </message>
    <message>
        <source>Imported {name}.</source>
        <translation>已导入 {name}。</translation>
    </message>
    <message>
        <source>Melisma songs</source>
        <translation>Melisma 歌曲</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>打开歌曲</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Save song</source>
        <translation>保存歌曲</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>已保存 {path}。</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>FillLyricsDialog</name>
    <message>
        <source>&amp;Notes:</source>
        <translation>音符(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Skip breaths, and notes that go on with a word (+)</source>
        <translation>跳过换气和延续前一个词的音符（+）(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>文本(&amp;T)：</translation>
    </message>
    <message>
        <source>All from here on ({count})</source>
        <translation>从此处起的全部（{count}）</translation>
    </message>
    <message>
        <source>Fill lyrics</source>
        <translation>填入歌词</translation>
    </message>
    <message>
        <source>Lyrics before and after</source>
        <translation>更改前后的歌词</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>The chosen ones ({count})</source>
        <translation>所选音符（{count}）</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Words between spaces, or Japanese, Chinese and Korean without</source>
        <translation>单词以空格分隔；日语、中文和韩语无需空格</translation>
    </message>
    <message>
        <source>{words} words for {notes} notes.</source>
        <translation>{words} 个词，{notes} 个音符。</translation>
    </message>
    <message>
        <source>{words} words for {notes} notes: the last {over} find no note.</source>
        <translation>{words} 个词，{notes} 个音符：最后 {over} 个词没有对应的音符。</translation>
    </message>
    <message>
        <source>{words} words for {notes} notes: the last {over} keep their lyrics.</source>
        <translation>{words} 个词，{notes} 个音符：最后 {over} 个音符保留原歌词。</translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message>
        <source>&amp;Find:</source>
        <translation>查找(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>区分大小写(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一个(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一个(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Find and replace lyrics</source>
        <translation>查找和替换歌词</translation>
    </message>
    <message>
        <source>Notes changed: {count}</source>
        <translation>已更改的音符：{count}</translation>
    </message>
    <message>
        <source>Notes found: {count}</source>
        <translation>找到的音符：{count}</translation>
    </message>
    <message>
        <source>Re&amp;gular expression</source>
        <translation>正则表达式(&amp;G)</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>全部替换(&amp;A)</translation>
    </message>
    <message>
        <source>Replace &amp;with:</source>
        <translation>替换为(&amp;W)：</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place}/{all}</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Add a folder with voicebanks</source>
        <translation>添加声库文件夹</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen folder from the list</source>
        <translation>从列表中移除所选文件夹</translation>
    </message>
    <message>
        <source>Searched in any case:</source>
        <translation>始终搜索：</translation>
    </message>
    <message>
        <source>{path} cannot be shown: see whether it is still there.</source>
        <translation>无法显示 {path}：请检查它是否仍然存在。</translation>
    </message>
    <message>
        <source>{path} is in the list already.</source>
        <translation>{path} 已在列表中。</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
</context>
<context>
    <name>HelpRoom</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>Wrote {path}: read it, then send it.</source>
        <translation>已写入 {path}：请阅读后再发送。</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Steps of the song</source>
        <translation>歌曲的更改步骤</translation>
    </message>
    <message>
        <source>{step}  ● saved</source>
        <translation>{step}  ● 已保存</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Press keys…</source>
        <translation>请按键…</translation>
    </message>
</context>
<context>
    <name>LaneHeader</name>
    <message>
        <source>Curve commands act on the pitch when this is marked</source>
        <translation>选中时，曲线命令作用于音高</translation>
    </message>
    <message>
        <source>{parameter}, chosen</source>
        <translation>{parameter}，已选择</translation>
    </message>
    <message>
        <source>{parameter}: change, fold or close this lane, or add one</source>
        <translation>{parameter}：更改、折叠或关闭此轨道，或添加轨道</translation>
    </message>
    <message>
        <source>{parameter}: this voice does not take it; what you wrote is kept and not heard</source>
        <translation>{parameter}：此声库不支持；已写入的内容会保留，但不会发声</translation>
    </message>
</context>
<context>
    <name>LaneHeaders</name>
    <message>
        <source>Add a lane</source>
        <translation>添加轨道</translation>
    </message>
</context>
<context>
    <name>LanesRoom</name>
    <message>
        <source>&amp;Add lane</source>
        <translation>添加轨道(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close lane</source>
        <translation>关闭轨道(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fold lane</source>
        <translation>折叠轨道(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open lane</source>
        <translation>展开轨道(&amp;O)</translation>
    </message>
    <message>
        <source>All lanes of this voice are shown</source>
        <translation>此声库的所有轨道均已显示</translation>
    </message>
    <message>
        <source>Curve commands act on: {parameter}</source>
        <translation>曲线命令作用于：{parameter}</translation>
    </message>
    <message>
        <source>Lanes that suit the &amp;voice</source>
        <translation>适合此声库的轨道(&amp;V)</translation>
    </message>
    <message>
        <source>Written, not heard in this voice</source>
        <translation>已写入，在此声库中不生效</translation>
    </message>
    <message>
        <source>{parameter} (derived)</source>
        <translation>{parameter}（推算）</translation>
    </message>
</context>
<context>
    <name>LegatoDialog</name>
    <message>
        <source>&amp;Longest gap to close:</source>
        <translation>要填补的最大间隙(&amp;L)：</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Legato</source>
        <translation>连奏</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>reached full scale</source>
        <translation>已达满刻度</translation>
    </message>
</context>
<context>
    <name>LyricEditor</name>
    <message>
        <source>Lyric</source>
        <translation>歌词</translation>
    </message>
</context>
<context>
    <name>LyricsRoom</name>
    <message>
        <source>(goes on)</source>
        <translation>（延续）</translation>
    </message>
    <message>
        <source>The voice is still being read: try again in a moment.</source>
        <translation>声库仍在读取中，请稍后再试。</translation>
    </message>
    <message>
        <source>The voice&apos;s own: {name} ({tag})</source>
        <translation>声库自身的设置：{name}（{tag}）</translation>
    </message>
    <message>
        <source>“{lyric}” is unknown</source>
        <translation>“{lyric}”无法识别</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Main bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation>Melisma</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>分段 {number}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>MarkDialog</name>
    <message>
        <source> bpm</source>
        <translation> bpm</translation>
    </message>
    <message>
        <source>&amp;Tempo from {place}</source>
        <translation>从 {place} 起的速度(&amp;T)</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>每分钟拍数</translation>
    </message>
    <message>
        <source>Beats of a bar</source>
        <translation>每小节拍数</translation>
    </message>
    <message>
        <source>Note value of a beat</source>
        <translation>每拍的音符时值</translation>
    </message>
    <message>
        <source>Ta&amp;p</source>
        <translation>敲击(&amp;P)</translation>
    </message>
    <message>
        <source>Tap the beat, here or with the key P</source>
        <translation>点击此处或按 P 键敲击节拍</translation>
    </message>
    <message>
        <source>Tempo and time signature</source>
        <translation>速度与拍号</translation>
    </message>
    <message>
        <source>Time &amp;signature from bar {bar}</source>
        <translation>从第 {bar} 小节起的拍号(&amp;S)</translation>
    </message>
</context>
<context>
    <name>MasterMeter</name>
    <message>
        <source>Master level</source>
        <translation>主输出电平</translation>
    </message>
    <message>
        <source>Master level, from −60 to 0 dB. Red: too loud; a click takes the mark away.</source>
        <translation>主输出电平，−60 至 0 dB。红色：过大；点击可清除标记。</translation>
    </message>
</context>
<context>
    <name>MasterStrip</name>
    <message>
        <source>Level of the master</source>
        <translation>主输出的电平</translation>
    </message>
    <message>
        <source>Level of the master; a click forgets full scale</source>
        <translation>主输出的电平；点击可清除满刻度标记</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主输出</translation>
    </message>
</context>
<context>
    <name>MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>混音器</translation>
    </message>
</context>
<context>
    <name>MixerStrip</name>
    <message>
        <source>Strip of {track}</source>
        <translation>{track} 的通道</translation>
    </message>
</context>
<context>
    <name>MovedRoom</name>
    <message>
        <source>{parameter}: the prediction moved under this edit by up to {amount}</source>
        <translation>{parameter}：此编辑之下的预测最多变动了 {amount}</translation>
    </message>
</context>
<context>
    <name>NameEditor</name>
    <message>
        <source>Name of the part</source>
        <translation>分段名称</translation>
    </message>
</context>
<context>
    <name>NoteInspector</name>
    <message>
        <source>Bar, beat and ticks; several notes move together</source>
        <translation>小节、拍和 tick；多个音符一起移动</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>起始位置</translation>
    </message>
    <message>
        <source>Cents beside it</source>
        <translation>偏移（音分）</translation>
    </message>
    <message>
        <source>Chosen notes: {count}</source>
        <translation>所选音符：{count}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Lyric</source>
        <translation>歌词</translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>Quarters, such as 1.5, or ticks, such as 720t</source>
        <translation>四分音符数，如 1.5；或 tick 数，如 720t</translation>
    </message>
    <message>
        <source>Sung whatever the dictionary says; empty: as the dictionary says</source>
        <translation>无论词典如何都按此演唱；留空：按词典</translation>
    </message>
    <message>
        <source>The voice&apos;s own</source>
        <translation>声库自身的设置</translation>
    </message>
    <message>
        <source>different</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>“{text}” is no length: write quarters, such as 1.5, or 720t.</source>
        <translation>“{text}”不是有效长度：请输入四分音符数（如 1.5）或 720t。</translation>
    </message>
    <message>
        <source>“{text}” is no place: write bar:beat:ticks, such as 3:1:240.</source>
        <translation>“{text}”不是有效位置：请按“小节:拍:tick”输入，如 3:1:240。</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes of the part</source>
        <translation>分段的音符</translation>
    </message>
</context>
<context>
    <name>NoteShapesRoom</name>
    <message>
        <source>Choose two notes or more to merge them.</source>
        <translation>请选择两个或更多音符进行合并。</translation>
    </message>
    <message>
        <source>The playhead stands in no note: put it inside one.</source>
        <translation>播放位置不在任何音符中：请将其放到音符内。</translation>
    </message>
</context>
<context>
    <name>NoteTable</name>
    <message>
        <source>A name such as F♯4, or a MIDI number</source>
        <translation>音名，如 F♯4；或 MIDI 编号</translation>
    </message>
    <message>
        <source>A word, with its phonemes in brackets where they are given</source>
        <translation>歌词；指定了音素时写在方括号中</translation>
    </message>
    <message>
        <source>Bar:beat:ticks</source>
        <translation>小节:拍:tick</translation>
    </message>
    <message>
        <source>In quarters, or in ticks with a t behind</source>
        <translation>四分音符数，或后加 t 的 tick 数</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Lyric</source>
        <translation>歌词</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>“{text}” is no key: write a name such as F♯4, or a number to 127.</source>
        <translation>“{text}”不是有效音高：请输入音名（如 F♯4）或不大于 127 的数字。</translation>
    </message>
    <message>
        <source>“{text}” is no length: write quarters such as 1.5, or ticks as 720t.</source>
        <translation>“{text}”不是有效长度：请输入四分音符数（如 1.5）或 tick 数（如 720t）。</translation>
    </message>
    <message>
        <source>“{text}” is no place: write bar:beat:ticks, such as 3:1:240.</source>
        <translation>“{text}”不是有效位置：请按“小节:拍:tick”输入，如 3:1:240。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Put the notice away</source>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Arrangement</source>
        <translation>编排</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>未选择任何内容。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>音轨 {number}</translation>
    </message>
    <message>
        <source>{name} (cannot be read)</source>
        <translation>{name}（无法读取）</translation>
    </message>
    <message>
        <source>{name} on {track}, bar {first} to {last}</source>
        <translation>{track} 上的 {name}，第 {first} 至 {last} 小节</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Breathiness</source>
        <translation>气声</translation>
    </message>
    <message>
        <source>Dynamics</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Expressiveness</source>
        <translation>表现力</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>Tension</source>
        <translation>张力</translation>
    </message>
    <message>
        <source>Tone shift</source>
        <translation>音区偏移</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Voicing</source>
        <translation>发声</translation>
    </message>
    <message>
        <source>breathiness</source>
        <translation>气声</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>dynamics</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>expressiveness</source>
        <translation>表现力</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>tension</source>
        <translation>张力</translation>
    </message>
    <message>
        <source>tone shift</source>
        <translation>音区偏移</translation>
    </message>
    <message>
        <source>unheard</source>
        <translation>不生效</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>voicing</source>
        <translation>发声</translation>
    </message>
</context>
<context>
    <name>PhonemeTool</name>
    <message>
        <source>{offset} ms from the note</source>
        <translation>距音符 {offset} ms</translation>
    </message>
    <message>
        <source>{symbol}   from {start} ms   {length} ms long</source>
        <translation>{symbol}   起始 {start} ms   长度 {length} ms</translation>
    </message>
</context>
<context>
    <name>PhonemesDialog</name>
    <message>
        <source>As predicted</source>
        <translation>按预测</translation>
    </message>
    <message>
        <source>Begin of phoneme {number}</source>
        <translation>音素 {number} 的起始</translation>
    </message>
    <message>
        <source>Begins, from the note</source>
        <translation>起始（距音符）</translation>
    </message>
    <message>
        <source>Phoneme</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>Phoneme {number}</source>
        <translation>音素 {number}</translation>
    </message>
    <message>
        <source>Phoneme {number} as predicted</source>
        <translation>音素 {number} 按预测</translation>
    </message>
    <message>
        <source>Phonemes of “{lyric}”</source>
        <translation>“{lyric}”的音素</translation>
    </message>
</context>
<context>
    <name>PhonemesRoom</name>
    <message>
        <source>The chosen notes have their predicted phonemes already.</source>
        <translation>所选音符的音素已与预测一致。</translation>
    </message>
    <message>
        <source>The voice has not laid out this note yet: try again in a moment.</source>
        <translation>此音符的音素尚未排好，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>PhraseState</name>
    <message>
        <source>The band over the notes:</source>
        <translation>音符上方的色带：</translation>
    </message>
    <message>
        <source>could not be sung</source>
        <translation>渲染失败</translation>
    </message>
    <message>
        <source>crosses</source>
        <translation>叉号</translation>
    </message>
    <message>
        <source>full band</source>
        <translation>实心</translation>
    </message>
    <message>
        <source>is being sung</source>
        <translation>正在渲染</translation>
    </message>
    <message>
        <source>is sung</source>
        <translation>已渲染</translation>
    </message>
    <message>
        <source>slanted stripes</source>
        <translation>斜条纹</translation>
    </message>
    <message>
        <source>sounds from a draft, and gets better</source>
        <translation>以草稿发声，正在完善</translation>
    </message>
    <message>
        <source>thin line</source>
        <translation>细线</translation>
    </message>
    <message>
        <source>upright stripes</source>
        <translation>竖条纹</translation>
    </message>
    <message>
        <source>waits to be sung</source>
        <translation>等待渲染</translation>
    </message>
</context>
<context>
    <name>PhraseTips</name>
    <message>
        <source>“{lyrics}” {state}</source>
        <translation>“{lyrics}”：{state}</translation>
    </message>
</context>
<context>
    <name>PianoRoll</name>
    <message>
        <source>No installed font can show &apos;{characters}&apos;: the lyrics are there, but you see empty boxes. Install a font with these characters, such as Noto Sans CJK, and start again.</source>
        <translation>没有已安装的字体能显示“{characters}”：歌词仍在，但显示为空框。请安装含有这些字符的字体（如 Noto Sans CJK），然后重新启动。</translation>
    </message>
    <message>
        <source>Notes, phonemes and curves of the part. Lanes: {lanes}.</source>
        <translation>分段的音符、音素和曲线。轨道：{lanes}。</translation>
    </message>
    <message>
        <source>Piano roll</source>
        <translation>钢琴卷帘</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>按时间滚动</translation>
    </message>
    <message>
        <source>Scroll over the keys</source>
        <translation>按音高滚动</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>No setting fits.</source>
        <translation>没有匹配的设置。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ProgressPlace</name>
    <message>
        <source>Go to the phrase that failed</source>
        <translation>转到失败的乐句</translation>
    </message>
    <message>
        <source>Phrase {number} of {all}</source>
        <translation>乐句 {number}/{all}</translation>
    </message>
    <message>
        <source>Phrases that are done</source>
        <translation>已完成的乐句</translation>
    </message>
    <message>
        <source>Progress of the singing</source>
        <translation>渲染进度</translation>
    </message>
    <message>
        <source>Reading the voice and the lyrics</source>
        <translation>正在读取声库和歌词</translation>
    </message>
    <message>
        <source>{drafts} as a draft, {final} final</source>
        <translation>草稿 {drafts}，完成 {final}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>失败 {n}</translation>
    </message>
    <message>
        <source>{n} not sung</source>
        <translation>未渲染 {n}</translation>
    </message>
    <message>
        <source>{n} sung</source>
        <translation>已渲染 {n}</translation>
    </message>
</context>
<context>
    <name>ProviderBox</name>
    <message>
        <source>{name} (not there)</source>
        <translation>{name}（不可用）</translation>
    </message>
</context>
<context>
    <name>ProviderPanel</name>
    <message>
        <source>Every model of the built-in voice is run on a short phrase and held against the CPU. The largest error is a share of the largest value; up to 1 % is good.</source>
        <translation>用一个短乐句运行内置声库的所有模型，并与 CPU 的结果比较。最大误差是相对于最大值的比例；不超过 1 % 即为良好。</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>测试进度</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test of what is there</source>
        <translation>测试可用的运行设备</translation>
    </message>
    <message>
        <source>Test what runs models</source>
        <translation>测试模型的运行设备</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>gives other sound: do not use it with this voice</source>
        <translation>声音不同：请勿用于此声库</translation>
    </message>
    <message>
        <source>good, {factor} times the speed of the CPU</source>
        <translation>良好，速度为 CPU 的 {factor} 倍</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>尚未测试</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>what others are held against</source>
        <translation>比较的基准</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
</context>
<context>
    <name>QuantiseDialog</name>
    <message>
        <source>&amp;Ends too</source>
        <translation>同时对齐末尾(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Grid:</source>
        <translation>网格(&amp;G)：</translation>
    </message>
    <message>
        <source>&amp;Strength:</source>
        <translation>强度(&amp;S)：</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>{grid} triplets</source>
        <translation>{grid} 三连音</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n missing song(s)</source>
        <translation>
            <numerusform>从列表中移除 %n 首缺失的歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>No songs yet</source>
        <translation>还没有歌曲</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name}（缺失）</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 个音符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n 个音频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n 条音轨</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>丢弃(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>留待以后(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>永久丢弃</translation>
    </message>
    <message>
        <source>Discard what was not saved of “{name}”? It cannot be had back.</source>
        <translation>丢弃“{name}”未保存的更改？此操作无法恢复。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>上次更改</translation>
    </message>
    <message>
        <source>Looking into it…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Melisma ended before these songs were saved. Open one as it was at its last change; its file stays as it is until you save.</source>
        <translation>Melisma 在保存这些歌曲之前结束了。可按最后一次更改时的状态打开；保存之前，原文件保持不变。</translation>
    </message>
    <message>
        <source>Recover songs</source>
        <translation>恢复歌曲</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>Songs to recover</source>
        <translation>可恢复的歌曲</translation>
    </message>
    <message>
        <source>Steps since the save</source>
        <translation>保存后的操作数</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>恢复的内容</translation>
    </message>
    <message>
        <source>What comes back: {facts}.</source>
        <translation>恢复的内容：{facts}。</translation>
    </message>
</context>
<context>
    <name>RecoveryRoom</name>
    <message>
        <source>There is nothing to recover.</source>
        <translation>没有可恢复的内容。</translation>
    </message>
    <message>
        <source>“{name}” is back: save it.</source>
        <translation>“{name}”已恢复，请保存。</translation>
    </message>
</context>
<context>
    <name>RetakesRoom</name>
    <message>
        <source>&amp;All parameters</source>
        <translation>所有参数(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing is sung there yet: wait until the phrase is sung</source>
        <translation>此处尚未渲染：请等待乐句渲染完成</translation>
    </message>
    <message>
        <source>This voice predicts no parameters</source>
        <translation>此声库不预测参数</translation>
    </message>
    <message>
        <source>This voice sings the pitch of the notes as written: draw it instead</source>
        <translation>此声库按音符的音高演唱：请改为手绘音高</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
</context>
<context>
    <name>ScaleCurve</name>
    <message>
        <source>&amp;Around:</source>
        <translation>中心(&amp;A):</translation>
    </message>
    <message>
        <source>&amp;Factor:</source>
        <translation>倍率(&amp;F):</translation>
    </message>
    <message>
        <source>Around</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Scale: {parameter}</source>
        <translation>缩放：{parameter}</translation>
    </message>
    <message>
        <source>The base</source>
        <translation>基准值</translation>
    </message>
    <message>
        <source>The mean of the stretch</source>
        <translation>区间平均值</translation>
    </message>
    <message>
        <source>The written notes</source>
        <translation>音符的音高</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Reset “{name}” to its default</source>
        <translation>将“{name}”恢复为默认值</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>0: as many as suit this computer.</source>
        <translation>0：由这台电脑的情况决定。</translation>
    </message>
    <message>
        <source>A longer buffer answers later and does not crackle on a busy computer.</source>
        <translation>缓冲越长，响应越慢，但电脑繁忙时不会出现爆音。</translation>
    </message>
    <message>
        <source>A phrase sounds from fewer steps first and gets better behind. Exports never do.</source>
        <translation>先以较少步数播放乐句，再在后台提升质量。导出时不会这样做。</translation>
    </message>
    <message>
        <source>Acoustic models run on</source>
        <translation>声学模型运行于</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Autosave</source>
        <translation>自动保存</translation>
    </message>
    <message>
        <source>Bars of clicks before playback begins.</source>
        <translation>播放开始前发出提示音的小节数。</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Changed shortcuts</source>
        <translation>已更改的快捷键</translation>
    </message>
    <message>
        <source>Changes are on disk after</source>
        <translation>更改写入磁盘的延迟</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>预备拍</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Depth of the acoustic model</source>
        <translation>声学模型的深度</translation>
    </message>
    <message>
        <source>DiffSinger tensor cache</source>
        <translation>DiffSinger 张量缓存</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>How much of the sound is sampled: 1 is all; less is quicker.</source>
        <translation>声音中有多少由采样生成：1 为全部；越小越快。</translation>
    </message>
    <message>
        <source>Keeps what models gave, so that only what changed is sung again.</source>
        <translation>保留模型的输出，只重新演唱改动过的部分。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>缓存大小上限</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Draft first</source>
        <translation>先渲染草稿</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Empty: those that suit the voice.</source>
        <translation>留空：使用适合声库的轨道。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid of triplets</source>
        <translation>三连音网格</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>Lengths are always made on the CPU, so that a song keeps its timing everywhere.</source>
        <translation>时长始终在 CPU 上计算，使歌曲在任何设备上节奏一致。</translation>
    </message>
    <message>
        <source>Linguistic models run on</source>
        <translation>语言模型运行于</translation>
    </message>
    <message>
        <source>Metronome clicks while playing</source>
        <translation>播放时开启节拍器</translation>
    </message>
    <message>
        <source>More folders with voicebanks</source>
        <translation>其他声库文件夹</translation>
    </message>
    <message>
        <source>More steps sound finer and take longer.</source>
        <translation>步数越多，声音越细腻，耗时也越长。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Notes sound when they are chosen or moved</source>
        <translation>选择或移动音符时发声</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Off: a phrase is sung only when playback comes to it.</source>
        <translation>关闭时：播放到该乐句时才渲染。</translation>
    </message>
    <message>
        <source>Off: playback goes on and the phrase is silent.</source>
        <translation>关闭时：播放继续，该乐句无声。</translation>
    </message>
    <message>
        <source>On top of what the system asks for.</source>
        <translation>在系统缩放的基础上再缩放。</translation>
    </message>
    <message>
        <source>On which notes snap.</source>
        <translation>音符吸附的间隔。</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>输出设备</translation>
    </message>
    <message>
        <source>Pitch models run on</source>
        <translation>音高模型运行于</translation>
    </message>
    <message>
        <source>Playback waits for phrases that are not ready</source>
        <translation>播放时等待尚未就绪的乐句</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Sing before play is pressed</source>
        <translation>按下播放前预先渲染</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>界面大小</translation>
    </message>
    <message>
        <source>Steps of the acoustic model</source>
        <translation>声学模型的步数</translation>
    </message>
    <message>
        <source>Steps of the pitch model</source>
        <translation>音高模型的步数</translation>
    </message>
    <message>
        <source>Steps of the variance model</source>
        <translation>变化参数模型的步数</translation>
    </message>
    <message>
        <source>The device&apos;s own</source>
        <translation>设备自身的设置</translation>
    </message>
    <message>
        <source>The page turns with the playhead</source>
        <translation>页面跟随播放位置翻动</translation>
    </message>
    <message>
        <source>The voice&apos;s own</source>
        <translation>声库自身的设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Threads inside a model</source>
        <translation>单个模型的线程数</translation>
    </message>
    <message>
        <source>Variance models run on</source>
        <translation>变化参数模型运行于</translation>
    </message>
    <message>
        <source>Vocoders run on</source>
        <translation>声码器运行于</translation>
    </message>
    <message>
        <source>Voicebanks</source>
        <translation>声库</translation>
    </message>
    <message>
        <source>What a crash can cost at most. Longer is easier on slow or busy disks.</source>
        <translation>崩溃时最多丢失这段时间内的更改。时间越长，对慢速或繁忙磁盘的负担越小。</translation>
    </message>
    <message>
        <source>What was not used for longest goes first.</source>
        <translation>最久未使用的内容最先清除。</translation>
    </message>
    <message>
        <source>Where a voice sings slower than it plays</source>
        <translation>仅当声库渲染慢于播放时</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>小节</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Reset the page “{page}”</source>
        <translation>将“{page}”页恢复为默认值</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>将此页恢复为默认值</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Changed by you</source>
        <translation>已由你更改</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令与按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and shortcuts</source>
        <translation>命令与快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
</context>
<context>
    <name>ShortcutsPanel</name>
    <message>
        <source>Add keys to the chosen command by pressing them</source>
        <translation>按下按键，将其添加到所选命令</translation>
    </message>
    <message>
        <source>Add keys…</source>
        <translation>添加按键…</translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation>选择要更改按键的命令。</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Find a command by its name</source>
        <translation>按名称查找命令</translation>
    </message>
    <message>
        <source>Find a command by pressing its keys</source>
        <translation>按下按键查找命令</translation>
    </message>
    <message>
        <source>Find by keys</source>
        <translation>按键查找</translation>
    </message>
    <message>
        <source>Give the chosen command its own keys again</source>
        <translation>将所选命令恢复为默认按键</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation>没有匹配的命令。</translation>
    </message>
    <message>
        <source>Remove {keys}</source>
        <translation>移除 {keys}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <source>These have {keys}.</source>
        <translation>这些命令使用 {keys}。</translation>
    </message>
    <message>
        <source>{keys} is free.</source>
        <translation>{keys} 未被占用。</translation>
    </message>
    <message>
        <source>{keys} is in the way of: {commands}. Take it from there?</source>
        <translation>{keys} 与以下命令冲突：{commands}。要从那里移除吗？</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Unit of {name}</source>
        <translation>{name}的单位</translation>
    </message>
</context>
<context>
    <name>SongQuestions</name>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>A newer song</source>
        <translation>较新版本的歌曲</translation>
    </message>
    <message>
        <source>A song that cannot be read</source>
        <translation>无法读取的歌曲</translation>
    </message>
    <message>
        <source>Import or open</source>
        <translation>导入或打开</translation>
    </message>
    <message>
        <source>Import {name} into this song as new tracks, or open it as a song of its own?</source>
        <translation>将 {name} 作为新音轨导入此歌曲，还是作为单独的歌曲打开？</translation>
    </message>
    <message>
        <source>Save the changes to “{name}” first? What you discard is gone.</source>
        <translation>要先保存对“{name}”的更改吗？丢弃的更改无法恢复。</translation>
    </message>
    <message>
        <source>The version before it is there, of {when}. Open that one?</source>
        <translation>其上一个版本（{when}）还在。要打开它吗？</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>{name} was written by a newer Melisma (format {version}). What this version does not know may look or sound different. Open a copy without changing the file?</source>
        <translation>{name} 由较新版本的 Melisma 写入（格式 {version}）。此版本不支持的内容，其显示或声音可能不同。要在不更改文件的情况下打开副本吗？</translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message>
        <source>&amp;Gain</source>
        <translation>增益(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>长度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Skip at the begin</source>
        <translation>跳过开头(&amp;S)</translation>
    </message>
    <message>
        <source>Fade &amp;in</source>
        <translation>淡入(&amp;I)</translation>
    </message>
    <message>
        <source>Fade &amp;out</source>
        <translation>淡出(&amp;O)</translation>
    </message>
    <message>
        <source>Sound: {name}</source>
        <translation>音频：{name}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Durations</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表现</translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Timbre</source>
        <translation>声学特征</translation>
    </message>
    <message>
        <source>durations</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表现</translation>
    </message>
    <message>
        <source>phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>waveform</source>
        <translation>波形</translation>
    </message>
</context>
<context>
    <name>SymbolEditor</name>
    <message>
        <source>Phoneme</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>TakesList</name>
    <message>
        <source>&amp;Hear</source>
        <translation>试听(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Choose notes or a stretch of time to see the takes of their phrase.</source>
        <translation>选择音符或一段时间，即可查看其乐句的版本。</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Forget this take</source>
        <translation>删除此版本</translation>
    </message>
    <message>
        <source>Give this take a name</source>
        <translation>为此版本命名</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>Sing this take</source>
        <translation>演唱此版本</translation>
    </message>
    <message>
        <source>Sing this take and play the phrase</source>
        <translation>演唱此版本并播放乐句</translation>
    </message>
    <message>
        <source>Take {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>Takes of the phrase</source>
        <translation>乐句的版本</translation>
    </message>
    <message>
        <source>This phrase has one take. Sing a stretch anew to get more.</source>
        <translation>此乐句只有一个版本。重录一段即可得到更多版本。</translation>
    </message>
    <message>
        <source>{take}, sung now</source>
        <translation>{take}（当前演唱）</translation>
    </message>
</context>
<context>
    <name>TrackControls</name>
    <message>
        <source>Gain of {track}</source>
        <translation>{track} 的增益</translation>
    </message>
    <message>
        <source>Level of {track}</source>
        <translation>{track} 的电平</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute {track}</source>
        <translation>将 {track} 静音</translation>
    </message>
    <message>
        <source>Pan of {track}</source>
        <translation>{track} 的声像</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo {track}</source>
        <translation>独奏 {track}</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>音轨 {number}</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Name of {track}</source>
        <translation>{track}的名称</translation>
    </message>
    <message>
        <source>The voice &apos;{id}&apos; is not installed, so this track is silent. Install it, or choose another.</source>
        <translation>声库“{id}”未安装，因此此音轨无声。请安装它，或选择其他声库。</translation>
    </message>
    <message>
        <source>Track {track}</source>
        <translation>音轨 {track}</translation>
    </message>
    <message>
        <source>Voice colours of {track}</source>
        <translation>{track}的音色</translation>
    </message>
    <message>
        <source>Voice missing: {id}</source>
        <translation>缺少声库：{id}</translation>
    </message>
    <message>
        <source>Voice of {track}</source>
        <translation>{track}的声库</translation>
    </message>
</context>
<context>
    <name>TracksRoom</name>
    <message>
        <source>Add sound files</source>
        <translation>添加音频文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>音频文件</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Bar, beat and tick</source>
        <translation>小节、拍、tick</translation>
    </message>
    <message>
        <source>Double-click or press Enter to type.</source>
        <translation>双击或按 Enter 键输入。</translation>
    </message>
    <message>
        <source>Minutes and seconds</source>
        <translation>分与秒</translation>
    </message>
    <message>
        <source>Tempo at the playhead</source>
        <translation>播放位置的速度</translation>
    </message>
    <message>
        <source>Time signature at the playhead</source>
        <translation>播放位置的拍号</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>走带控制</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
    <message>
        <source>“{text}” is no place: type a bar, or bar:beat:tick.</source>
        <translation>“{text}”不是有效的位置：请输入小节，或 小节:拍:tick。</translation>
    </message>
    <message>
        <source>“{text}” is no tempo: type a number of beats a minute.</source>
        <translation>“{text}”不是有效的速度：请输入每分钟的拍数。</translation>
    </message>
    <message>
        <source>“{text}” is no time signature: type one such as 3/4.</source>
        <translation>“{text}”不是有效的拍号：请按 3/4 这样的形式输入。</translation>
    </message>
    <message>
        <source>“{text}” is no time: type seconds, or minutes:seconds.</source>
        <translation>“{text}”不是有效的时间：请输入秒，或 分:秒。</translation>
    </message>
</context>
<context>
    <name>TransposeDialog</name>
    <message>
        <source> semitones</source>
        <translation> 半音</translation>
    </message>
    <message>
        <source>&amp;Raise by:</source>
        <translation>升高(&amp;R):</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>移调</translation>
    </message>
</context>
<context>
    <name>TuneDialog</name>
    <message>
        <source> cents</source>
        <translation> 音分</translation>
    </message>
    <message>
        <source>&amp;Beside the key:</source>
        <translation>与琴键的偏差(&amp;B):</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>微调音高</translation>
    </message>
</context>
<context>
    <name>Vibrato</name>
    <message>
        <source>Depth {cents:.0f} cents</source>
        <translation>深度 {cents:.0f} 音分</translation>
    </message>
    <message>
        <source>Fade in {percent} %</source>
        <translation>淡入 {percent} %</translation>
    </message>
    <message>
        <source>Fade out {percent} %</source>
        <translation>淡出 {percent} %</translation>
    </message>
    <message>
        <source>Length {percent} %</source>
        <translation>长度 {percent} %</translation>
    </message>
    <message>
        <source>Phase {percent} %</source>
        <translation>相位 {percent} %</translation>
    </message>
    <message>
        <source>Rate {hz:.2f} Hz ({ms:.0f} ms)</source>
        <translation>速率 {hz:.2f} Hz（{ms:.0f} ms）</translation>
    </message>
</context>
<context>
    <name>VibratoDialog</name>
    <message>
        <source> cents</source>
        <translation> 音分</translation>
    </message>
    <message>
        <source>&amp;Depth:</source>
        <translation>深度(&amp;D):</translation>
    </message>
    <message>
        <source>&amp;Length:</source>
        <translation>长度(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>周期(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Shift of the pitch:</source>
        <translation>音高偏移(&amp;S):</translation>
    </message>
    <message>
        <source>Fade &amp;in:</source>
        <translation>淡入(&amp;I):</translation>
    </message>
    <message>
        <source>Fade &amp;out:</source>
        <translation>淡出(&amp;O):</translation>
    </message>
    <message>
        <source>P&amp;hase:</source>
        <translation>相位(&amp;H):</translation>
    </message>
    <message numerus="yes">
        <source>Vibrato of %n note(s)</source>
        <translation>
            <numerusform>%n 个音符的颤音</numerusform>
        </translation>
    </message>
    <message>
        <source>various</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>ViewRoom</name>
    <message>
        <source>Grid on which notes snap</source>
        <translation>音符吸附的网格</translation>
    </message>
    <message>
        <source>Grid: {grid}</source>
        <translation>网格：{grid}</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{grid} triplets</source>
        <translation>{grid} 三连音</translation>
    </message>
</context>
<context>
    <name>VoicebankManager</name>
    <message>
        <source>&amp;Open its folder</source>
        <translation>打开所在文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>Broken: {sentence}</source>
        <translation>已损坏：{sentence}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>音色</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Faults ({n})</source>
        <translation>缺陷（{n}）</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Install a &amp;folder…</source>
        <translation>从文件夹安装(&amp;F)…</translation>
    </message>
    <message>
        <source>Install a voicebank</source>
        <translation>安装声库</translation>
    </message>
    <message>
        <source>Install an &amp;archive…</source>
        <translation>从压缩包安装(&amp;A)…</translation>
    </message>
    <message>
        <source>Install “{name}” ({files} files, {size} MiB) in {folder}?</source>
        <translation>将“{name}”（{files} 个文件，{size} MiB）安装到 {folder}？</translation>
    </message>
    <message>
        <source>Installed voices</source>
        <translation>已安装的声库</translation>
    </message>
    <message>
        <source>Installed {name}.</source>
        <translation>已安装 {name}。</translation>
    </message>
    <message>
        <source>It takes the place of the voice of that name.</source>
        <translation>它将取代同名的声库。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence and readme</source>
        <translation>许可证与自述文件</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No faults</source>
        <translation>无缺陷</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>立绘</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>安装进度</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Remove a voicebank</source>
        <translation>移除声库</translation>
    </message>
    <message>
        <source>Remove “{name}” and all its files in {folder}? Songs that use it stay readable and fall silent until it is there again.</source>
        <translation>移除“{name}”及其在 {folder} 中的所有文件？使用它的歌曲仍可打开，但在重新安装之前无声。</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>This voice says nothing about its licence: ask its maker before you use it.</source>
        <translation>此声库未说明许可证：使用前请询问其作者。</translation>
    </message>
    <message>
        <source>Vocoder</source>
        <translation>声码器</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声库</translation>
    </message>
    <message>
        <source>Voicebanks</source>
        <translation>声库</translation>
    </message>
    <message>
        <source>Wait for the installation that is going on, or stop it.</source>
        <translation>请等待正在进行的安装完成，或将其停止。</translation>
    </message>
    <message>
        <source>What the voice can do</source>
        <translation>声库的功能</translation>
    </message>
    <message>
        <source>acoustic</source>
        <translation>声学</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>变化参数</translation>
    </message>
    <message>
        <source>vocoder</source>
        <translation>声码器</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Draw a song, shape it, hear it at once.</source>
        <translation>绘制歌曲，细心雕琢，即刻聆听。</translation>
    </message>
    <message>
        <source>Or drop a song, a MIDI or DS file, or a sound anywhere on the window.</source>
        <translation>也可将歌曲、MIDI、DS 或音频文件拖放到窗口任意位置。</translation>
    </message>
    <message>
        <source>Recent songs</source>
        <translation>最近的歌曲</translation>
    </message>
    <message>
        <source>Songs that you open or save are listed here.</source>
        <translation>打开或保存过的歌曲会列在这里。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
</TS>
