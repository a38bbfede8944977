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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lyric…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New song</source>
        <translation>新建歌曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop singing</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the note after the chosen ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the note before the chosen ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on every beat while playing</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the chosen notes by a semitone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the chosen notes by an octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change that was taken back again</source>
        <translation>恢复刚才撤销的更改</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a step of the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a step of the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Octave down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Octave up</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the chosen notes by a semitone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the chosen notes by an octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen notes</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semitone &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semitone d&amp;own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten notes that reach into the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and go back to where playing began, then to the song&apos;s begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the engine; what is sung stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Type the lyric of the first chosen note; Tab goes on to the next</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bake: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change level of a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change metre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change phoneme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change phonetic hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pitch points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change vibrato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow lyrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move phoneme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place phoneme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise or lower: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove metre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace lyrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset phonemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write lyrics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LyricEditor</name>
    <message>
        <source>Lyric</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About Melisma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melisma songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melisma, a singing-synthesis editor. Apache-2.0. The voice Nagi: CC BY 4.0, from the HTS voice “mei”, Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to this song first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singing phrase {done} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {path}: read it, then send it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Breathiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expressiveness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tone shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voicing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breathiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dynamics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expressiveness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tone shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voicing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PianoRoll</name>
    <message>
        <source>No installed font can show &apos;{characters}&apos;: the lyrics are there, but you see empty boxes. Install a font with these characters, such as Noto Sans CJK, and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, phonemes and curves of the part. Lanes: {lanes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piano roll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll over the keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>{bpm} bpm</source>
        <translation type="unfinished"></translation>
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
        <source>Acoustic models run on</source>
        <translation>声学模型的运行设备</translation>
    </message>
    <message>
        <source>After a crash or power cut, the song comes back as it was.</source>
        <translation>崩溃或断电之后，歌曲会恢复原样。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>At least every</source>
        <translation>最长间隔</translation>
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
        <source>Draft first</source>
        <translation>先出草稿</translation>
    </message>
    <message>
        <source>Duration models run on</source>
        <translation>时长模型的运行设备</translation>
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
        <source>Keep unsaved work</source>
        <translation>保留未保存的工作</translation>
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
        <source>More folders with voicebanks</source>
        <translation>其他声库文件夹</translation>
    </message>
    <message>
        <source>More steps sound finer and take longer.</source>
        <translation>步数越多，声音越细腻，耗时也越长。</translation>
    </message>
    <message>
        <source>Off: phrases are sung when they are played.</source>
        <translation>关闭时：播放到乐句时才演唱。</translation>
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
        <source>Pitch models run on</source>
        <translation>音高模型的运行设备</translation>
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
        <source>Sing while I edit</source>
        <translation>编辑时演唱</translation>
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
        <source>Variance models run on</source>
        <translation>变化参数模型的运行设备</translation>
    </message>
    <message>
        <source>Vocoders run on</source>
        <translation>声码器的运行设备</translation>
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
        <source>Where a voice is slower than its sound, a quick draft is heard first and refined behind it. Exports are always final.</source>
        <translation>声库的渲染慢于实时时，先播放快速生成的草稿，再在后台完善。导出始终使用最终结果。</translation>
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
