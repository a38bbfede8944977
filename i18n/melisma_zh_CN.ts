<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
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
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fix overlaps</source>
        <translation>修正重叠(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
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
        <source>&amp;New song</source>
        <translation>新建歌曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>音符(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
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
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
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
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Begin an empty song</source>
        <translation>从空白歌曲开始</translation>
    </message>
    <message>
        <source>Choose every note of the part</source>
        <translation>选择分段中的所有音符</translation>
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
        <source>Click on every beat while playing</source>
        <translation>播放时在每一拍发出提示音</translation>
    </message>
    <message>
        <source>Close Melisma</source>
        <translation>关闭 Melisma</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>按名称查找并执行任意命令</translation>
    </message>
    <message>
        <source>Late&amp;r</source>
        <translation>向后移动(&amp;R)</translation>
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
        <source>Make the change that was taken back again</source>
        <translation>恢复刚才撤销的更改</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a step of the grid</source>
        <translation>将所选音符向左移动一格</translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a step of the grid</source>
        <translation>将所选音符向右移动一格</translation>
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
        <source>Open a song from a file</source>
        <translation>从文件打开歌曲</translation>
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
        <source>Play from the playhead on, or stand where it is</source>
        <translation>从播放位置开始播放，或停在原处</translation>
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
        <source>Remove the chosen notes</source>
        <translation>移除所选音符</translation>
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
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
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
        <source>Semitone &amp;up</source>
        <translation>升高半音(&amp;U)</translation>
    </message>
    <message>
        <source>Semitone d&amp;own</source>
        <translation>降低半音(&amp;O)</translation>
    </message>
    <message>
        <source>Shorten notes that reach into the next one</source>
        <translation>缩短与下一个音符重叠的音符</translation>
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
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Type the lyric of the first chosen note; Tab goes on to the next</source>
        <translation>输入第一个所选音符的歌词；按 Tab 转到下一个</translation>
    </message>
    <message>
        <source>Version, licences and thanks</source>
        <translation>版本、许可证与致谢</translation>
    </message>
    <message>
        <source>Write a file for a bug report, with logs but without personal paths</source>
        <translation>生成用于反馈问题的文件，包含日志，但不含个人路径</translation>
    </message>
</context>
<context>
    <name>EditName</name>
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
        <source>Move track</source>
        <translation>移动音轨</translation>
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
        <source>Restore take</source>
        <translation>恢复版本</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>重录</translation>
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
    <name>LyricEditor</name>
    <message>
        <source>Lyric</source>
        <translation>歌词</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About Melisma</source>
        <translation>关于 Melisma</translation>
    </message>
    <message>
        <source>Bar and time</source>
        <translation>小节与时间</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation>Melisma</translation>
    </message>
    <message>
        <source>Melisma songs</source>
        <translation>Melisma 歌曲</translation>
    </message>
    <message>
        <source>Melisma, a singing-synthesis editor. Apache-2.0. The voice Nagi: CC BY 4.0, from the HTS voice “mei”, Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0.</source>
        <translation>歌声合成编辑器 Melisma。Apache-2.0。声库 Nagi：CC BY 4.0，源自 HTS 语音“mei”，Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team，CC BY 3.0。</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>打开歌曲</translation>
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
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Recover a song</source>
        <translation>恢复歌曲</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Save song</source>
        <translation>保存歌曲</translation>
    </message>
    <message>
        <source>Save the changes to this song first?</source>
        <translation>要先保存对此歌曲的更改吗？</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>已保存 {path}。</translation>
    </message>
    <message>
        <source>Singing phrase {done} of {all}</source>
        <translation>正在渲染乐句 {done}/{all}</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Wrote {path}: read it, then send it.</source>
        <translation>已写入 {path}：请阅读后再发送。</translation>
    </message>
    <message>
        <source>“{name}” was not saved when Melisma ended. Open it as it was at {when}? “Discard” removes it; “Cancel” asks again at the next start.</source>
        <translation>“{name}”在 Melisma 结束时尚未保存。要按 {when} 的状态打开吗？“丢弃”会将其删除；“取消”则下次启动时再询问。</translation>
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
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>voicing</source>
        <translation>发声</translation>
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
    <name>Ruler</name>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
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
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
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
        <source>Empty: the system&apos;s default device.</source>
        <translation>留空：使用系统默认设备。</translation>
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
        <source>Models run on</source>
        <translation>模型运行于</translation>
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
        <source>Off: playback goes on and the phrase is silent.</source>
        <translation>关闭时：播放继续，该乐句无声。</translation>
    </message>
    <message>
        <source>On top of what the system asks for.</source>
        <translation>在系统缩放的基础上再缩放。</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>输出设备</translation>
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
        <source>Voicebanks</source>
        <translation>声库</translation>
    </message>
    <message>
        <source>What was not used for longest goes first.</source>
        <translation>最久未使用的内容最先清除。</translation>
    </message>
    <message>
        <source>Where these models run; what is not there is replaced by the CPU.</source>
        <translation>这些模型在哪里运行；不可用时改用 CPU。</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
</context>
</TS>
