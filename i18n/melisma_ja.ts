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
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>前へ動かす(&amp;E)</translation>
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
        <translation>重なりを直す(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lyric…</source>
        <translation>歌詞…(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation>メトロノーム(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;New song</source>
        <translation>新しい曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>ノート(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>再生／一時停止(&amp;P)</translation>
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
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop singing</source>
        <translation>レンダリングを止める(&amp;S)</translation>
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
        <translation>パートのすべてのノートを選ぶ</translation>
    </message>
    <message>
        <source>Choose the note after the chosen ones</source>
        <translation>選んだノートの次のノートを選ぶ</translation>
    </message>
    <message>
        <source>Choose the note before the chosen ones</source>
        <translation>選んだノートの前のノートを選ぶ</translation>
    </message>
    <message>
        <source>Click on every beat while playing</source>
        <translation>再生中に拍ごとにクリックを鳴らす</translation>
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
        <translation>後ろへ動かす(&amp;R)</translation>
    </message>
    <message>
        <source>Lower the chosen notes by a semitone</source>
        <translation>選んだノートを半音下げる</translation>
    </message>
    <message>
        <source>Lower the chosen notes by an octave</source>
        <translation>選んだノートを1オクターブ下げる</translation>
    </message>
    <message>
        <source>Make the change that was taken back again</source>
        <translation>元に戻した変更をもう一度行います</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a step of the grid</source>
        <translation>選んだノートをグリッド1つ分左へ動かす</translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a step of the grid</source>
        <translation>選んだノートをグリッド1つ分右へ動かす</translation>
    </message>
    <message>
        <source>Octave down</source>
        <translation>オクターブ下げる</translation>
    </message>
    <message>
        <source>Octave up</source>
        <translation>オクターブ上げる</translation>
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
        <translation>再生位置から再生する、またはその場で止まる</translation>
    </message>
    <message>
        <source>Raise the chosen notes by a semitone</source>
        <translation>選んだノートを半音上げる</translation>
    </message>
    <message>
        <source>Raise the chosen notes by an octave</source>
        <translation>選んだノートを1オクターブ上げる</translation>
    </message>
    <message>
        <source>Remove the chosen notes</source>
        <translation>選んだノートを取り除く</translation>
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
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;next</source>
        <translation>次を選択(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;previous</source>
        <translation>前を選択(&amp;P)</translation>
    </message>
    <message>
        <source>Semitone &amp;up</source>
        <translation>半音上げる(&amp;U)</translation>
    </message>
    <message>
        <source>Semitone d&amp;own</source>
        <translation>半音下げる(&amp;O)</translation>
    </message>
    <message>
        <source>Shorten notes that reach into the next one</source>
        <translation>次のノートに重なるノートを短くする</translation>
    </message>
    <message>
        <source>Stop and go back to where playing began, then to the song&apos;s begin</source>
        <translation>止めて再生を始めた所へ戻る。もう一度で曲の先頭へ戻る</translation>
    </message>
    <message>
        <source>Stop the engine; what is sung stays</source>
        <translation>レンダリングを止める。できた分は残る</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>最後の変更を取り消します</translation>
    </message>
    <message>
        <source>Type the lyric of the first chosen note; Tab goes on to the next</source>
        <translation>最初に選んだノートの歌詞を入力する。Tabで次へ進む</translation>
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
        <translation>パートを追加</translation>
    </message>
    <message>
        <source>Add sound</source>
        <translation>音声を追加</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>トラックを追加</translation>
    </message>
    <message>
        <source>Bake: {parameter}</source>
        <translation>ベイク：{parameter}</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>言語を変更</translation>
    </message>
    <message>
        <source>Change level of a sound</source>
        <translation>音声のレベルを変更</translation>
    </message>
    <message>
        <source>Change metre</source>
        <translation>拍子を変更</translation>
    </message>
    <message>
        <source>Change phoneme</source>
        <translation>音素を変更</translation>
    </message>
    <message>
        <source>Change phonetic hint</source>
        <translation>発音ヒントを変更</translation>
    </message>
    <message>
        <source>Change pitch points</source>
        <translation>ピッチポイントを変更</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>シードを変更</translation>
    </message>
    <message>
        <source>Change tempo</source>
        <translation>テンポを変更</translation>
    </message>
    <message>
        <source>Change vibrato</source>
        <translation>ビブラートを変更</translation>
    </message>
    <message>
        <source>Choose voice</source>
        <translation>歌声を選択</translation>
    </message>
    <message>
        <source>Copy notes</source>
        <translation>ノートをコピー</translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation>パートをコピー</translation>
    </message>
    <message>
        <source>Draw notes</source>
        <translation>ノートを描く</translation>
    </message>
    <message>
        <source>Draw: {parameter}</source>
        <translation>描く：{parameter}</translation>
    </message>
    <message>
        <source>Erase: {parameter}</source>
        <translation>消す：{parameter}</translation>
    </message>
    <message>
        <source>Fix overlaps</source>
        <translation>重なりを直す</translation>
    </message>
    <message>
        <source>Flow lyrics</source>
        <translation>歌詞を流し込む</translation>
    </message>
    <message>
        <source>Join parts</source>
        <translation>パートを結合</translation>
    </message>
    <message>
        <source>Legato</source>
        <translation>レガート</translation>
    </message>
    <message>
        <source>Lock: {parameter}</source>
        <translation>ロック：{parameter}</translation>
    </message>
    <message>
        <source>Merge notes</source>
        <translation>ノートを結合</translation>
    </message>
    <message>
        <source>Mix colours</source>
        <translation>声色を混ぜる</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>ミキサー</translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>ノートを移動</translation>
    </message>
    <message>
        <source>Move part</source>
        <translation>パートを移動</translation>
    </message>
    <message>
        <source>Move phoneme</source>
        <translation>音素を移動</translation>
    </message>
    <message>
        <source>Move sound</source>
        <translation>音声を移動</translation>
    </message>
    <message>
        <source>Move track</source>
        <translation>トラックを移動</translation>
    </message>
    <message>
        <source>Paste: {parameter}</source>
        <translation>貼り付け：{parameter}</translation>
    </message>
    <message>
        <source>Place phoneme</source>
        <translation>音素を配置</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>クオンタイズ</translation>
    </message>
    <message>
        <source>Raise or lower: {parameter}</source>
        <translation>上げ下げ：{parameter}</translation>
    </message>
    <message>
        <source>Remove metre</source>
        <translation>拍子を削除</translation>
    </message>
    <message>
        <source>Remove notes</source>
        <translation>ノートを削除</translation>
    </message>
    <message>
        <source>Remove part</source>
        <translation>パートを削除</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>音声を削除</translation>
    </message>
    <message>
        <source>Remove tempo</source>
        <translation>テンポを削除</translation>
    </message>
    <message>
        <source>Remove track</source>
        <translation>トラックを削除</translation>
    </message>
    <message>
        <source>Rename part</source>
        <translation>パート名を変更</translation>
    </message>
    <message>
        <source>Rename song</source>
        <translation>曲名を変更</translation>
    </message>
    <message>
        <source>Rename track</source>
        <translation>トラック名を変更</translation>
    </message>
    <message>
        <source>Replace lyrics</source>
        <translation>歌詞を置換</translation>
    </message>
    <message>
        <source>Reset phonemes</source>
        <translation>音素をリセット</translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation>ノートの長さを変更</translation>
    </message>
    <message>
        <source>Restore take</source>
        <translation>テイクを戻す</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>リテイク</translation>
    </message>
    <message>
        <source>Smooth: {parameter}</source>
        <translation>滑らかにする：{parameter}</translation>
    </message>
    <message>
        <source>Split note</source>
        <translation>ノートを分割</translation>
    </message>
    <message>
        <source>Split part</source>
        <translation>パートを分割</translation>
    </message>
    <message>
        <source>Transpose notes</source>
        <translation>ノートを移調</translation>
    </message>
    <message>
        <source>Trim sound</source>
        <translation>音声を切り詰める</translation>
    </message>
    <message>
        <source>Tune notes</source>
        <translation>ノートの音程を微調整</translation>
    </message>
    <message>
        <source>Unlock: {parameter}</source>
        <translation>ロック解除：{parameter}</translation>
    </message>
    <message>
        <source>Write lyrics</source>
        <translation>歌詞を入力</translation>
    </message>
</context>
<context>
    <name>LyricEditor</name>
    <message>
        <source>Lyric</source>
        <translation>歌詞</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About Melisma</source>
        <translation>Melismaについて</translation>
    </message>
    <message>
        <source>Bar and time</source>
        <translation>小節と時間</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>メインバー</translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation>Melisma</translation>
    </message>
    <message>
        <source>Melisma songs</source>
        <translation>Melismaの曲</translation>
    </message>
    <message>
        <source>Melisma, a singing-synthesis editor. Apache-2.0. The voice Nagi: CC BY 4.0, from the HTS voice “mei”, Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0.</source>
        <translation>歌声合成エディター Melisma。Apache-2.0。歌声 Nagi は CC BY 4.0。元は HTS 音声「mei」、Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team、CC BY 3.0。</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>曲を開く</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>パート</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>パート {number}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Recover a song</source>
        <translation>曲を復元</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>問題を報告</translation>
    </message>
    <message>
        <source>Save song</source>
        <translation>曲を保存</translation>
    </message>
    <message>
        <source>Save the changes to this song first?</source>
        <translation>先にこの曲の変更を保存しますか？</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>{path} に保存しました。</translation>
    </message>
    <message>
        <source>Singing phrase {done} of {all}</source>
        <translation>フレーズ {done}／{all} をレンダリング中</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>テキストファイル</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存の変更</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>Wrote {path}: read it, then send it.</source>
        <translation>{path} を書き出しました。内容を確かめてから送ってください。</translation>
    </message>
    <message>
        <source>“{name}” was not saved when Melisma ended. Open it as it was at {when}? “Discard” removes it; “Cancel” asks again at the next start.</source>
        <translation>「{name}」は Melisma の終了時に保存されていませんでした。{when} の状態で開きますか？「破棄」で削除し、「キャンセル」なら次の起動時にもう一度尋ねます。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>コマンドパレット</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>合うコマンド</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>コマンドを入力</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Breathiness</source>
        <translation>息成分</translation>
    </message>
    <message>
        <source>Dynamics</source>
        <translation>ダイナミクス</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>エネルギー</translation>
    </message>
    <message>
        <source>Expressiveness</source>
        <translation>表現力</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>ジェンダー</translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>ピッチ</translation>
    </message>
    <message>
        <source>Tension</source>
        <translation>張り</translation>
    </message>
    <message>
        <source>Tone shift</source>
        <translation>トーンシフト</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>ベロシティ</translation>
    </message>
    <message>
        <source>Voicing</source>
        <translation>有声成分</translation>
    </message>
    <message>
        <source>breathiness</source>
        <translation>息成分</translation>
    </message>
    <message>
        <source>dynamics</source>
        <translation>ダイナミクス</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>エネルギー</translation>
    </message>
    <message>
        <source>expressiveness</source>
        <translation>表現力</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>ジェンダー</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>ピッチ</translation>
    </message>
    <message>
        <source>tension</source>
        <translation>張り</translation>
    </message>
    <message>
        <source>tone shift</source>
        <translation>トーンシフト</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>ベロシティ</translation>
    </message>
    <message>
        <source>voicing</source>
        <translation>有声成分</translation>
    </message>
</context>
<context>
    <name>PianoRoll</name>
    <message>
        <source>No installed font can show &apos;{characters}&apos;: the lyrics are there, but you see empty boxes. Install a font with these characters, such as Noto Sans CJK, and start again.</source>
        <translation>「{characters}」を表示できるフォントがありません。歌詞は残っていますが、空の四角に見えます。Noto Sans CJK など、これらの文字を含むフォントを入れて、もう一度起動してください。</translation>
    </message>
    <message>
        <source>Notes, phonemes and curves of the part. Lanes: {lanes}.</source>
        <translation>パートのノート、音素、曲線。レーン：{lanes}。</translation>
    </message>
    <message>
        <source>Piano roll</source>
        <translation>ピアノロール</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>時間方向にスクロール</translation>
    </message>
    <message>
        <source>Scroll over the keys</source>
        <translation>鍵盤方向にスクロール</translation>
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
        <translation>0：このコンピューターに合わせます。</translation>
    </message>
    <message>
        <source>A longer buffer answers later and does not crackle on a busy computer.</source>
        <translation>長くすると反応は遅くなりますが、負荷が高いときも音が途切れません。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>オーディオ</translation>
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
        <source>Models run on</source>
        <translation>モデルの実行先</translation>
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
        <source>Voicebanks</source>
        <translation>歌声ライブラリ</translation>
    </message>
    <message>
        <source>What was not used for longest goes first.</source>
        <translation>最も長く使われていないものから消えます。</translation>
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
