<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Melisma</source>
        <translation>Melisma について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>コマンドパレット(&amp;C)…</translation>
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
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fix overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
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
        <translation>新しい曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
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
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>問題を報告(&amp;R)…</translation>
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
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Begin an empty song</source>
        <translation>空の曲を作ります</translation>
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
        <translation>Melisma を閉じます</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>名前でコマンドを探して実行します</translation>
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
        <translation>元に戻した変更をもう一度行います</translation>
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
        <translation>ファイルから曲を開きます</translation>
    </message>
    <message>
        <source>Open the &amp;demo song</source>
        <translation>デモ曲を開く(&amp;D)</translation>
    </message>
    <message>
        <source>Open the song that comes with Melisma</source>
        <translation>Melisma に付属の曲を開きます</translation>
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
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the song in another file</source>
        <translation>曲を別のファイルに保存します</translation>
    </message>
    <message>
        <source>Save the song in its file</source>
        <translation>曲を元のファイルに保存します</translation>
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
        <translation>最後の変更を取り消します</translation>
    </message>
    <message>
        <source>Type the lyric of the first chosen note; Tab goes on to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licences and thanks</source>
        <translation>バージョン、ライセンス、謝辞</translation>
    </message>
    <message>
        <source>Write a file for a bug report, with logs but without personal paths</source>
        <translation>不具合報告用のファイルを作ります。ログを含み、個人のパスは含みません</translation>
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
        <translation>0：このコンピューターに合わせます。</translation>
    </message>
    <message>
        <source>A longer buffer answers later and does not crackle on a busy computer.</source>
        <translation>長くすると反応は遅くなりますが、負荷が高いときも音が途切れません。</translation>
    </message>
    <message>
        <source>Acoustic models run on</source>
        <translation>音響モデルの実行先</translation>
    </message>
    <message>
        <source>After a crash or power cut, the song comes back as it was.</source>
        <translation>異常終了や停電の後も、曲は元の状態で戻ります。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>At least every</source>
        <translation>最長の間隔</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>オーディオ</translation>
    </message>
    <message>
        <source>Autosave</source>
        <translation>自動保存</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>バッファー</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Changed shortcuts</source>
        <translation>変更したショートカット</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Depth of the acoustic model</source>
        <translation>音響モデルの深度</translation>
    </message>
    <message>
        <source>DiffSinger tensor cache</source>
        <translation>DiffSinger テンソルキャッシュ</translation>
    </message>
    <message>
        <source>Draft first</source>
        <translation>先に下書きを鳴らす</translation>
    </message>
    <message>
        <source>Duration models run on</source>
        <translation>音素長モデルの実行先</translation>
    </message>
    <message>
        <source>Empty: the system&apos;s default device.</source>
        <translation>空欄：システムの既定のデバイス。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>How much of the sound is sampled: 1 is all; less is quicker.</source>
        <translation>音のうちサンプリングで作る割合：1 で全体、小さいほど速くなります。</translation>
    </message>
    <message>
        <source>Keep unsaved work</source>
        <translation>保存前の作業を守る</translation>
    </message>
    <message>
        <source>Keeps what models gave, so that only what changed is sung again.</source>
        <translation>モデルの出力を残し、変わった部分だけを歌い直します。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>キャッシュの最大サイズ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>More folders with voicebanks</source>
        <translation>ほかの歌声ライブラリのフォルダー</translation>
    </message>
    <message>
        <source>More steps sound finer and take longer.</source>
        <translation>ステップが多いほど音は細やかになり、時間がかかります。</translation>
    </message>
    <message>
        <source>Off: phrases are sung when they are played.</source>
        <translation>オフ：フレーズは再生するときに歌われます。</translation>
    </message>
    <message>
        <source>Off: playback goes on and the phrase is silent.</source>
        <translation>オフ：再生は続き、そのフレーズは無音になります。</translation>
    </message>
    <message>
        <source>On top of what the system asks for.</source>
        <translation>システムの拡大率にさらに掛けます。</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>出力デバイス</translation>
    </message>
    <message>
        <source>Pitch models run on</source>
        <translation>ピッチモデルの実行先</translation>
    </message>
    <message>
        <source>Playback waits for phrases that are not ready</source>
        <translation>準備のできていないフレーズを待って再生する</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>レンダリング</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>サンプルレート</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Sing while I edit</source>
        <translation>編集中に歌わせる</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>画面の大きさ</translation>
    </message>
    <message>
        <source>Steps of the acoustic model</source>
        <translation>音響モデルのステップ数</translation>
    </message>
    <message>
        <source>Steps of the pitch model</source>
        <translation>ピッチモデルのステップ数</translation>
    </message>
    <message>
        <source>Steps of the variance model</source>
        <translation>バリアンスモデルのステップ数</translation>
    </message>
    <message>
        <source>The device&apos;s own</source>
        <translation>デバイスの設定</translation>
    </message>
    <message>
        <source>The voice&apos;s own</source>
        <translation>歌声ライブラリの設定</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Threads inside a model</source>
        <translation>モデル内のスレッド数</translation>
    </message>
    <message>
        <source>Variance models run on</source>
        <translation>バリアンスモデルの実行先</translation>
    </message>
    <message>
        <source>Vocoders run on</source>
        <translation>ボコーダーの実行先</translation>
    </message>
    <message>
        <source>Voicebanks</source>
        <translation>歌声ライブラリ</translation>
    </message>
    <message>
        <source>What was not used for longest goes first.</source>
        <translation>最も長く使われていないものから消えます。</translation>
    </message>
    <message>
        <source>Where a voice is slower than its sound, a quick draft is heard first and refined behind it. Exports are always final.</source>
        <translation>実時間より遅い歌声ライブラリでは、まず速い下書きを鳴らし、裏で仕上げます。書き出しは常に仕上げた音です。</translation>
    </message>
    <message>
        <source>Where these models run; what is not there is replaced by the CPU.</source>
        <translation>これらのモデルを動かす場所。使えないときは CPU で動きます。</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>バイト</translation>
    </message>
</context>
</TS>
