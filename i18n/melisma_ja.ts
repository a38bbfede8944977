<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A singing-synthesis editor for DiffSinger voicebanks. Apache License 2.0: you may use, change and pass it on freely; what you sing with it is yours, as far as the voicebank&apos;s own terms allow.</source>
        <translation>DiffSinger 歌声ライブラリのための歌声合成エディター。Apache License 2.0：自由に使用、改変、再配布できます。これで作った歌は、歌声ライブラリの規約が許す範囲であなたのものです。</translation>
    </message>
    <message>
        <source>About Melisma</source>
        <translation>Melisma について</translation>
    </message>
    <message>
        <source>Inside: {names}</source>
        <translation>内蔵：{names}</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Licence of Melisma</source>
        <translation>Melisma のライセンス</translation>
    </message>
    <message>
        <source>Licence of the library</source>
        <translation>ライブラリのライセンス</translation>
    </message>
    <message>
        <source>Licence of the voice Nagi</source>
        <translation>歌声 Nagi のライセンス</translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation>Melisma</translation>
    </message>
    <message>
        <source>The demo song is “Sakura Sakura”, a traditional song of Japan.</source>
        <translation>デモ曲は日本の伝統的な歌「さくらさくら」です。</translation>
    </message>
    <message>
        <source>The voice Nagi: CC BY 4.0. Made from the HTS voice “mei”, Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0.</source>
        <translation>歌声 Nagi：CC BY 4.0。HTS 音声「mei」（Copyright 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team、CC BY 3.0）から作成。</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>歌声</translation>
    </message>
</context>
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
        <source>&amp;1 bar</source>
        <translation>1小節(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;2 bars</source>
        <translation>2小節(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;Add a lane…</source>
        <translation>レーンを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Anchors</source>
        <translation>アンカー(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bake</source>
        <translation>ベイク(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Change the lane…</source>
        <translation>レーンを変更(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Coarser</source>
        <translation>粗くする(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>曲線(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Draw tool</source>
        <translation>描画ツール(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Duplicate the track</source>
        <translation>トラックを複製(&amp;D)</translation>
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
        <source>&amp;Erase</source>
        <translation>消す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Erase to predicted</source>
        <translation>予測に戻す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export song…</source>
        <translation>曲を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Finer</source>
        <translation>細かくする(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fix overlaps</source>
        <translation>重なりを直す(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fold or open the lane</source>
        <translation>レーンを折りたたむ／展開(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow the playhead</source>
        <translation>再生位置を追う(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全画面表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gain and fades of the sound…</source>
        <translation>音声のゲインとフェード(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go to bar…</source>
        <translation>小節へ移動(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>グリッド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>ガイド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Higher rows</source>
        <translation>行を高くする(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>履歴(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>インポート(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Join parts</source>
        <translation>パートを結合(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Knife</source>
        <translation>ナイフ(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>レーン(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>直線(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>ロック(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>長くする(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>ループ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lower rows</source>
        <translation>行を低くする(&amp;L)</translation>
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
        <source>&amp;Move</source>
        <translation>移動(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Mute the track</source>
        <translation>トラックをミュート(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Name the track</source>
        <translation>トラック名を変更(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New song</source>
        <translation>新しい曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next bar</source>
        <translation>次の小節(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next curve</source>
        <translation>次の曲線(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next moved prediction</source>
        <translation>次の動いた予測(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note list</source>
        <translation>ノートリスト(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note properties</source>
        <translation>ノートのプロパティ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>ノート(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>オフ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Paste curve at the playhead</source>
        <translation>再生位置に曲線を貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pencil</source>
        <translation>鉛筆(&amp;P)</translation>
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
        <source>&amp;Preferences…</source>
        <translation>環境設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Previous curve</source>
        <translation>前の曲線(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>問題(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quantise…</source>
        <translation>クオンタイズ(&amp;Q)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>上げる(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Raise and lower</source>
        <translation>上げ下げ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove tempo or time signature</source>
        <translation>テンポまたは拍子を削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove the track</source>
        <translation>トラックを削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>問題を報告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Reset phonemes</source>
        <translation>音素をリセット(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>レイアウトをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;S-curve</source>
        <translation>S字曲線(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Select tool</source>
        <translation>選択ツール(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>選択範囲(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Shorter</source>
        <translation>短くする(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>滑らかにする(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Solo the track</source>
        <translation>トラックをソロ(&amp;S)</translation>
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
        <source>&amp;Tracks and arrangement</source>
        <translation>トラックとアレンジ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Transpose…</source>
        <translation>移調(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Triplets</source>
        <translation>3連符(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロック解除(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Vibrato tool</source>
        <translation>ビブラートツール(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Voicebanks…</source>
        <translation>歌声ライブラリ(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Wait for phrases</source>
        <translation>フレーズを待つ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation>ようこそページ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Whole part</source>
        <translation>パート全体(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>ズーム(&amp;Z)</translation>
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
        <translation>少し前へ動かす</translation>
    </message>
    <message>
        <source>A little later</source>
        <translation>少し後ろへ動かす</translation>
    </message>
    <message>
        <source>A little longer</source>
        <translation>少し長くする</translation>
    </message>
    <message>
        <source>A little shorter</source>
        <translation>少し短くする</translation>
    </message>
    <message>
        <source>Accept moved pre&amp;dictions</source>
        <translation>動いた予測を受け入れる(&amp;D)</translation>
    </message>
    <message>
        <source>Add a &amp;voice track</source>
        <translation>歌声トラックを追加(&amp;V)</translation>
    </message>
    <message>
        <source>Add all after</source>
        <translation>後ろをすべて選択に追加</translation>
    </message>
    <message>
        <source>Add all before</source>
        <translation>前をすべて選択に追加</translation>
    </message>
    <message>
        <source>Add an &amp;audio track…</source>
        <translation>オーディオトラックを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add or remove vi&amp;brato</source>
        <translation>ビブラートを付ける／外す(&amp;B)</translation>
    </message>
    <message>
        <source>Add the next</source>
        <translation>次を選択に追加</translation>
    </message>
    <message>
        <source>Add the previous</source>
        <translation>前を選択に追加</translation>
    </message>
    <message>
        <source>Begin an empty part on the current track, in the bar of the playhead</source>
        <translation>現在のトラックの再生位置の小節に空のパートを作る</translation>
    </message>
    <message>
        <source>Begin an empty song</source>
        <translation>空の曲を作ります</translation>
    </message>
    <message>
        <source>Begin, open, the demo, and recent songs</source>
        <translation>新しい曲、開く、デモ曲、最近の曲</translation>
    </message>
    <message>
        <source>Bring the playhead behind the last note of the song</source>
        <translation>再生位置を曲の最後のノートの後ろへ移動する</translation>
    </message>
    <message>
        <source>Bring the playhead to the begin of the bar, then of the one before</source>
        <translation>再生位置を小節の先頭へ、もう一度で前の小節の先頭へ移動する</translation>
    </message>
    <message>
        <source>Bring the playhead to the begin of the next bar</source>
        <translation>再生位置を次の小節の先頭へ移動する</translation>
    </message>
    <message>
        <source>Bring the playhead to the begin of the song</source>
        <translation>再生位置を曲の先頭へ移動する</translation>
    </message>
    <message>
        <source>C&amp;lose the lane</source>
        <translation>レーンを閉じる(&amp;L)</translation>
    </message>
    <message>
        <source>Calm the curve in the stretch; again for more</source>
        <translation>区間の曲線を滑らかにする。繰り返すとさらに滑らかになる</translation>
    </message>
    <message>
        <source>Change symbols and places of the phonemes of the chosen note</source>
        <translation>選んだノートの音素の記号と位置を変更する</translation>
    </message>
    <message>
        <source>Choose a ran&amp;ge</source>
        <translation>範囲を選択(&amp;G)</translation>
    </message>
    <message>
        <source>Choose a range of time for curves and for playing; with Shift on the ruler it works with every tool</source>
        <translation>曲線や再生の対象とする時間の範囲を選ぶ。ルーラー上で Shift を押せばどのツールでも選べる</translation>
    </message>
    <message>
        <source>Choose all notes from the chosen ones to the last one</source>
        <translation>選んだノートから最後のノートまでをすべて選ぶ</translation>
    </message>
    <message>
        <source>Choose all notes from the first one to the chosen ones</source>
        <translation>最初のノートから選んだノートまでをすべて選ぶ</translation>
    </message>
    <message>
        <source>Choose another curve for the current lane</source>
        <translation>現在のレーンに表示する曲線を変更する</translation>
    </message>
    <message>
        <source>Choose every note of the part</source>
        <translation>パートのすべてのノートを選ぶ</translation>
    </message>
    <message>
        <source>Choose one more curve to be seen</source>
        <translation>表示する曲線をもう1つ選ぶ</translation>
    </message>
    <message>
        <source>Choose one more note, to the left</source>
        <translation>左のノートを1つ選択に加える</translation>
    </message>
    <message>
        <source>Choose one more note, to the right</source>
        <translation>右のノートを1つ選択に加える</translation>
    </message>
    <message>
        <source>Choose sound files (WAV, FLAC, OGG, MP3) that play along with the voices</source>
        <translation>歌声と一緒に再生する音声ファイル（WAV、FLAC、OGG、MP3）を選ぶ</translation>
    </message>
    <message>
        <source>Choose the first note of the part</source>
        <translation>パートの最初のノートを選ぶ</translation>
    </message>
    <message>
        <source>Choose the language in which the chosen notes are read</source>
        <translation>選んだノートの歌詞を読む言語を選ぶ</translation>
    </message>
    <message>
        <source>Choose the last note of the part</source>
        <translation>パートの最後のノートを選ぶ</translation>
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
        <source>Choose the phrase that could not be sung</source>
        <translation>レンダリングに失敗したフレーズを選ぶ</translation>
    </message>
    <message>
        <source>Choose the whole part as a stretch of time</source>
        <translation>パート全体を時間の区間として選ぶ</translation>
    </message>
    <message>
        <source>Choose which predicted curves of the stretch are sung anew</source>
        <translation>区間のどの予測曲線をリテイクするかを選ぶ</translation>
    </message>
    <message>
        <source>Choose, move and resize notes; a double click draws one</source>
        <translation>ノートを選び、動かし、長さを変える。ダブルクリックでノートを描く</translation>
    </message>
    <message>
        <source>Click anchors that a smooth curve goes through and drag them; a double click ends it, a right click on an anchor deletes it</source>
        <translation>滑らかな曲線が通るアンカーをクリックで置き、ドラッグで動かす。ダブルクリックで終了、アンカーの右クリックで削除</translation>
    </message>
    <message>
        <source>Click for one bar before playing begins</source>
        <translation>再生を始める前に1小節クリックを鳴らす</translation>
    </message>
    <message>
        <source>Click for two bars before playing begins</source>
        <translation>再生を始める前に2小節クリックを鳴らす</translation>
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
        <source>Close the current lane; what is in it stays</source>
        <translation>現在のレーンを閉じる。中身は残る</translation>
    </message>
    <message>
        <source>Commands and &amp;shortcuts…</source>
        <translation>コマンドとショートカット(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy curve</source>
        <translation>曲線をコピー</translation>
    </message>
    <message>
        <source>Copy the current curve of the stretch</source>
        <translation>区間の現在の曲線をコピーする</translation>
    </message>
    <message>
        <source>Copy the current curve of the stretch and take out what was written there</source>
        <translation>区間の現在の曲線をコピーし、書かれたものを取り除く</translation>
    </message>
    <message>
        <source>Copy the current track with all that is on it</source>
        <translation>現在のトラックを中身ごと複製する</translation>
    </message>
    <message>
        <source>Copy what is chosen in the overview behind itself (Ctrl+D there)</source>
        <translation>オーバービューで選んだものをすぐ後ろに複製する（オーバービューでは Ctrl+D）</translation>
    </message>
    <message>
        <source>Cou&amp;nt-in</source>
        <translation>カウントイン(&amp;N)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>Cut curve</source>
        <translation>曲線を切り取り</translation>
    </message>
    <message>
        <source>Cut notes in two on the grid, with Alt anywhere</source>
        <translation>ノートをグリッド上で2つに切る。Alt を押すとどこでも切れる</translation>
    </message>
    <message>
        <source>Cut the chosen parts and sounds, or the part in the roll, in two</source>
        <translation>選んだパートと音声、またはピアノロールのパートを2つに分割する</translation>
    </message>
    <message>
        <source>Cut the notes that the playhead stands in</source>
        <translation>再生位置にあるノートを分割する</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>複製(&amp;U)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>De&amp;lete parts and sounds</source>
        <translation>パートと音声を削除(&amp;L)</translation>
    </message>
    <message>
        <source>Divide the grid by three instead of two</source>
        <translation>グリッドを2分割でなく3分割にする</translation>
    </message>
    <message>
        <source>Drag the chosen range, the chosen notes or a note up and down as an offset, which stays when the curve is predicted anew; Shift is fine</source>
        <translation>選んだ範囲、選んだノート、または1つのノートを上下にドラッグしてオフセットを付ける。曲線が予測し直されても残る。Shift で微調整</translation>
    </message>
    <message>
        <source>Draw a curve by hand, pitch on the notes and values in the lanes; Shift keeps the level</source>
        <translation>曲線を手で描く。ノート上ではピッチ、レーンでは値を描く。Shift で水平を保つ</translation>
    </message>
    <message>
        <source>Draw a smooth passage from the press to the release, level at both ends</source>
        <translation>押した所から離した所まで、両端が水平な滑らかな曲線を描く</translation>
    </message>
    <message>
        <source>Draw a straight line from the press to the release; Shift keeps it level</source>
        <translation>押した所から離した所まで直線を描く。Shift で水平を保つ</translation>
    </message>
    <message>
        <source>Draw a vibrato from where you press to the note&apos;s end; drag its handles</source>
        <translation>押した所からノートの終わりまでビブラートを描く。ハンドルをドラッグして調整する</translation>
    </message>
    <message>
        <source>Draw notes by dragging; the right button takes them away</source>
        <translation>ドラッグでノートを描く。右ボタンで取り除く</translation>
    </message>
    <message>
        <source>Draw what is sung in the stretch: it stays whatever is predicted</source>
        <translation>区間で歌われている曲線を描き込む。予測が変わっても残る</translation>
    </message>
    <message>
        <source>Duplicate parts and s&amp;ounds</source>
        <translation>パートと音声を複製(&amp;O)</translation>
    </message>
    <message>
        <source>Edit p&amp;honemes…</source>
        <translation>音素を編集(&amp;H)…</translation>
    </message>
    <message>
        <source>Erase &amp;offsets</source>
        <translation>オフセットを消す(&amp;O)</translation>
    </message>
    <message>
        <source>Every command with its keys</source>
        <translation>すべてのコマンドとそのキー</translation>
    </message>
    <message>
        <source>Exchange the current track with the one above</source>
        <translation>現在のトラックを上のトラックと入れ替える</translation>
    </message>
    <message>
        <source>Exchange the current track with the one below</source>
        <translation>現在のトラックを下のトラックと入れ替える</translation>
    </message>
    <message>
        <source>Export &amp;DS…</source>
        <translation>DS を書き出す(&amp;D)…</translation>
    </message>
    <message>
        <source>Export so&amp;und…</source>
        <translation>音声を書き出す(&amp;U)…</translation>
    </message>
    <message>
        <source>F&amp;ind and replace…</source>
        <translation>検索と置換(&amp;I)…</translation>
    </message>
    <message>
        <source>Fill l&amp;yrics…</source>
        <translation>歌詞を流し込む(&amp;Y)…</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>名前でコマンドを探して実行します</translation>
    </message>
    <message>
        <source>Find lyrics in this part, and put others in their place</source>
        <translation>このパートの歌詞を検索し、別の歌詞に置き換える</translation>
    </message>
    <message>
        <source>Give back the predicted curve where the mouse sweeps</source>
        <translation>マウスでなぞった所を予測された曲線に戻す</translation>
    </message>
    <message>
        <source>Give the chosen notes a vibrato, or take it away where all have one</source>
        <translation>選んだノートにビブラートを付ける。すべてに付いているときは外す</translation>
    </message>
    <message>
        <source>Give the chosen notes the phonemes and places that are predicted</source>
        <translation>選んだノートの音素と位置を予測どおりに戻す</translation>
    </message>
    <message>
        <source>Give the keyboard to the roll, then to each dock in turn</source>
        <translation>キーボードフォーカスをピアノロール、各パネルの順に移す</translation>
    </message>
    <message>
        <source>Give the window the whole screen, or take it back</source>
        <translation>ウィンドウを全画面表示にする、または元に戻す</translation>
    </message>
    <message>
        <source>Go to the &amp;begin</source>
        <translation>先頭へ移動(&amp;B)</translation>
    </message>
    <message>
        <source>Go to the e&amp;nd</source>
        <translation>末尾へ移動(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next edit of a curve under which the prediction has moved</source>
        <translation>下の予測が動いた、次の曲線の編集へ移る</translation>
    </message>
    <message>
        <source>Go to what fai&amp;led</source>
        <translation>失敗したフレーズへ移動(&amp;L)</translation>
    </message>
    <message>
        <source>Have curve commands act on the lane before, or on the pitch</source>
        <translation>曲線のコマンドの対象を前のレーン、またはピッチにする</translation>
    </message>
    <message>
        <source>Have curve commands act on the next lane, or on the pitch again</source>
        <translation>曲線のコマンドの対象を次のレーン、または再びピッチにする</translation>
    </message>
    <message>
        <source>Hear only this track and others on solo</source>
        <translation>このトラックと、ほかのソロのトラックだけを鳴らす</translation>
    </message>
    <message>
        <source>Higher &amp;keys</source>
        <translation>高い鍵盤へ(&amp;K)</translation>
    </message>
    <message>
        <source>Insert &amp;tempo…</source>
        <translation>テンポを挿入(&amp;T)…</translation>
    </message>
    <message>
        <source>Insert time si&amp;gnature…</source>
        <translation>拍子を挿入(&amp;G)…</translation>
    </message>
    <message>
        <source>Keep the chosen notes, with their curves, in the clipboard</source>
        <translation>選んだノートを曲線ごとクリップボードにコピーする</translation>
    </message>
    <message>
        <source>Keep the predicted curve as it is where the mouse sweeps; begin in a locked range to set it free</source>
        <translation>マウスでなぞった所の予測された曲線を固定する。ロックした範囲から始めると解除する</translation>
    </message>
    <message>
        <source>Keep the predicted curve of the stretch as it is, whatever changes around it</source>
        <translation>周りが変わっても、区間の予測された曲線をそのまま保つ</translation>
    </message>
    <message>
        <source>Lan&amp;guage…</source>
        <translation>言語(&amp;G)…</translation>
    </message>
    <message>
        <source>Language, look, sound, rendering, cache, voices and keys</source>
        <translation>言語、外観、オーディオ、レンダリング、キャッシュ、歌声、キー</translation>
    </message>
    <message>
        <source>Late&amp;r</source>
        <translation>後ろへ動かす(&amp;R)</translation>
    </message>
    <message>
        <source>Le&amp;gato…</source>
        <translation>レガート(&amp;G)…</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>長さ(&amp;G)</translation>
    </message>
    <message>
        <source>Let a tempo begin at the playhead</source>
        <translation>再生位置にテンポを置く</translation>
    </message>
    <message>
        <source>Let a text flow over the chosen notes, or over all from the chosen one on</source>
        <translation>選んだノート、または選んだノート以降のすべてにテキストを流し込む</translation>
    </message>
    <message>
        <source>Let a time signature begin at the bar of the playhead</source>
        <translation>再生位置の小節に拍子を置く</translation>
    </message>
    <message>
        <source>Let go of the chosen stretch of time</source>
        <translation>選んだ時間の区間を解除する</translation>
    </message>
    <message>
        <source>Let notes lie anywhere</source>
        <translation>ノートをどこにでも置けるようにする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/1 notes</source>
        <translation>ノートを1/1音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/128 notes</source>
        <translation>ノートを1/128音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/16 notes</source>
        <translation>ノートを1/16音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/2 notes</source>
        <translation>ノートを1/2音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/32 notes</source>
        <translation>ノートを1/32音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/4 notes</source>
        <translation>ノートを1/4音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/64 notes</source>
        <translation>ノートを1/64音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let notes snap to 1/8 notes</source>
        <translation>ノートを1/8音符単位でスナップする</translation>
    </message>
    <message>
        <source>Let the chosen notes end a 1/128 earlier</source>
        <translation>選んだノートの終わりを1/128だけ早める</translation>
    </message>
    <message>
        <source>Let the chosen notes end a 1/128 later</source>
        <translation>選んだノートの終わりを1/128だけ遅らせる</translation>
    </message>
    <message>
        <source>Let the chosen notes end a step of the grid earlier</source>
        <translation>選んだノートの終わりをグリッド1つ分早める</translation>
    </message>
    <message>
        <source>Let the chosen notes end a step of the grid later</source>
        <translation>選んだノートの終わりをグリッド1つ分遅らせる</translation>
    </message>
    <message>
        <source>Let the chosen notes last until the next one where the gap is short</source>
        <translation>隙間が短い所で、選んだノートを次のノートまで延ばす</translation>
    </message>
    <message>
        <source>Let the curve of the stretch be predicted anew</source>
        <translation>区間の曲線を再び予測に従わせる</translation>
    </message>
    <message>
        <source>Let the loop begin at the playhead</source>
        <translation>ループの始点を再生位置にする</translation>
    </message>
    <message>
        <source>Let the loop end at the playhead</source>
        <translation>ループの終点を再生位置にする</translation>
    </message>
    <message>
        <source>Lo&amp;wer</source>
        <translation>下げる(&amp;W)</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>ロック(&amp;K)</translation>
    </message>
    <message>
        <source>Look a page earlier in the song</source>
        <translation>曲の1ページ前を表示する</translation>
    </message>
    <message>
        <source>Look a page later in the song</source>
        <translation>曲の1ページ後ろを表示する</translation>
    </message>
    <message>
        <source>Look at the keys an octave higher</source>
        <translation>1オクターブ上の鍵盤を表示する</translation>
    </message>
    <message>
        <source>Look at the keys an octave lower</source>
        <translation>1オクターブ下の鍵盤を表示する</translation>
    </message>
    <message>
        <source>Loop begins &amp;here</source>
        <translation>ここをループの始点にする(&amp;H)</translation>
    </message>
    <message>
        <source>Loop en&amp;ds here</source>
        <translation>ここをループの終点にする(&amp;D)</translation>
    </message>
    <message>
        <source>Loop the selec&amp;tion</source>
        <translation>選択範囲をループ(&amp;T)</translation>
    </message>
    <message>
        <source>Lower k&amp;eys</source>
        <translation>低い鍵盤へ(&amp;E)</translation>
    </message>
    <message>
        <source>Lower more</source>
        <translation>さらに下げる</translation>
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
        <source>Lower the curve in the stretch by a step; the wheel with Alt does the same</source>
        <translation>区間の曲線を1段階下げる。Alt＋ホイールでも同じ</translation>
    </message>
    <message>
        <source>Lower the curve in the stretch by five steps</source>
        <translation>区間の曲線を5段階下げる</translation>
    </message>
    <message>
        <source>Make one note of the chosen ones, with the first one&apos;s lyric</source>
        <translation>選んだノートを1つにまとめ、最初のノートの歌詞を使う</translation>
    </message>
    <message>
        <source>Make the change that was taken back again</source>
        <translation>元に戻した変更をもう一度行います</translation>
    </message>
    <message>
        <source>Make the chosen parts of a track one part</source>
        <translation>トラックの選んだパートを1つにまとめる</translation>
    </message>
    <message>
        <source>Make the current lane a thin line, or open it</source>
        <translation>現在のレーンを細い線に畳む、または開く</translation>
    </message>
    <message>
        <source>Make the curve in the stretch flatter or livelier</source>
        <translation>区間の曲線の起伏を小さく、または大きくする</translation>
    </message>
    <message>
        <source>Make the rows of the keys higher</source>
        <translation>鍵盤の行を高くする</translation>
    </message>
    <message>
        <source>Make the rows of the keys lower</source>
        <translation>鍵盤の行を低くする</translation>
    </message>
    <message>
        <source>Make the steps of the grid half as long</source>
        <translation>グリッドの間隔を半分にする</translation>
    </message>
    <message>
        <source>Make the steps of the grid twice as long</source>
        <translation>グリッドの間隔を2倍にする</translation>
    </message>
    <message>
        <source>Mer&amp;ge</source>
        <translation>結合(&amp;G)</translation>
    </message>
    <message>
        <source>Mi&amp;xer</source>
        <translation>ミキサー(&amp;X)</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a 1/128</source>
        <translation>選んだノートを1/128だけ左へ動かす</translation>
    </message>
    <message>
        <source>Move the chosen notes to the left by a step of the grid</source>
        <translation>選んだノートをグリッド1つ分左へ動かす</translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a 1/128</source>
        <translation>選んだノートを1/128だけ右へ動かす</translation>
    </message>
    <message>
        <source>Move the chosen notes to the right by a step of the grid</source>
        <translation>選んだノートをグリッド1つ分右へ動かす</translation>
    </message>
    <message>
        <source>Move the track &amp;up</source>
        <translation>トラックを上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move the track do&amp;wn</source>
        <translation>トラックを下へ移動(&amp;W)</translation>
    </message>
    <message>
        <source>Nam&amp;e the part</source>
        <translation>パート名を変更(&amp;E)</translation>
    </message>
    <message>
        <source>New &amp;part</source>
        <translation>新しいパート(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>次の領域(&amp;A)</translation>
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
        <source>Open &amp;recent</source>
        <translation>最近使った曲を開く(&amp;R)</translation>
    </message>
    <message>
        <source>Open a song from a file</source>
        <translation>ファイルから曲を開きます</translation>
    </message>
    <message>
        <source>Open a song that was open lately</source>
        <translation>最近開いた曲を開く</translation>
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
        <source>Open what was not saved when Melisma ended</source>
        <translation>Melisma の終了時に保存されていなかった曲を開く</translation>
    </message>
    <message>
        <source>Page to the &amp;left</source>
        <translation>1ページ左へ(&amp;L)</translation>
    </message>
    <message>
        <source>Page to the &amp;right</source>
        <translation>1ページ右へ(&amp;R)</translation>
    </message>
    <message>
        <source>Paste curve at the selection</source>
        <translation>選択範囲に曲線を貼り付け</translation>
    </message>
    <message>
        <source>Play a range again and again</source>
        <translation>範囲を繰り返し再生する</translation>
    </message>
    <message>
        <source>Play at once</source>
        <translation>すぐに再生する</translation>
    </message>
    <message>
        <source>Play from the playhead on, or stand where it is</source>
        <translation>再生位置から再生する、またはその場で止まる</translation>
    </message>
    <message>
        <source>Play s&amp;election</source>
        <translation>選択範囲を再生(&amp;E)</translation>
    </message>
    <message>
        <source>Play the chosen notes or the chosen range again and again</source>
        <translation>選んだノートまたは範囲を繰り返し再生する</translation>
    </message>
    <message>
        <source>Play the chosen notes or the chosen range once</source>
        <translation>選んだノートまたは範囲を1回再生する</translation>
    </message>
    <message>
        <source>Pre&amp;vious bar</source>
        <translation>前の小節(&amp;V)</translation>
    </message>
    <message>
        <source>Put a track with an empty part below the others</source>
        <translation>空のパートを持つトラックをいちばん下に追加する</translation>
    </message>
    <message>
        <source>Put all docks where they were at first</source>
        <translation>すべてのパネルを最初の位置に戻す</translation>
    </message>
    <message>
        <source>Put copied notes at the playhead, or a text as lyrics on the chosen notes</source>
        <translation>コピーしたノートを再生位置に、またはテキストを選んだノートの歌詞として貼り付ける</translation>
    </message>
    <message>
        <source>Put the chosen notes on a grid, all the way or a part of it</source>
        <translation>選んだノートをグリッドに完全に、または部分的に合わせる</translation>
    </message>
    <message>
        <source>Put the copied stretch where the chosen stretch begins</source>
        <translation>コピーした区間を選んだ区間の先頭に貼り付ける</translation>
    </message>
    <message>
        <source>Put the copied stretch where the playhead stands, into the current curve</source>
        <translation>コピーした区間を現在の曲線の再生位置に貼り付ける</translation>
    </message>
    <message>
        <source>Put the tracks of another song, MIDI or DS file into this song</source>
        <translation>別の曲、MIDI ファイル、DS ファイルのトラックをこの曲に取り込む</translation>
    </message>
    <message>
        <source>Raise more</source>
        <translation>さらに上げる</translation>
    </message>
    <message>
        <source>Raise or lower the chosen notes by a number of semitones</source>
        <translation>選んだノートを指定した半音数だけ上げ下げする</translation>
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
        <source>Raise the curve in the stretch by a step; the wheel with Alt does the same</source>
        <translation>区間の曲線を1段階上げる。Alt＋ホイールでも同じ</translation>
    </message>
    <message>
        <source>Raise the curve in the stretch by five steps</source>
        <translation>区間の曲線を5段階上げる</translation>
    </message>
    <message>
        <source>Re&amp;take pitch</source>
        <translation>ピッチをリテイク(&amp;T)</translation>
    </message>
    <message>
        <source>Reco&amp;ver songs…</source>
        <translation>曲を復元(&amp;V)…</translation>
    </message>
    <message>
        <source>Remove the chosen notes</source>
        <translation>選んだノートを取り除く</translation>
    </message>
    <message>
        <source>Remove what begins at the playhead; what was before goes on</source>
        <translation>再生位置から始まるものを取り除く。その前の設定が続く</translation>
    </message>
    <message>
        <source>Repeat the chosen notes right behind them</source>
        <translation>選んだノートをすぐ後ろに複製する</translation>
    </message>
    <message>
        <source>Retake para&amp;meters…</source>
        <translation>パラメーターをリテイク(&amp;M)…</translation>
    </message>
    <message>
        <source>S&amp;cale…</source>
        <translation>拡大縮小(&amp;C)…</translation>
    </message>
    <message>
        <source>S&amp;mooth</source>
        <translation>滑らかにする(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ound notes</source>
        <translation>ノートを鳴らす(&amp;O)</translation>
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
        <source>See, install and remove voices, and what is wrong with them</source>
        <translation>歌声ライブラリの一覧と問題を確認し、追加や削除を行う</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;all time</source>
        <translation>すべての時間を選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;first</source>
        <translation>最初を選択(&amp;F)</translation>
    </message>
    <message>
        <source>Select &amp;last</source>
        <translation>最後を選択(&amp;L)</translation>
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
        <source>Select n&amp;o time</source>
        <translation>時間の選択を解除(&amp;O)</translation>
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
        <source>Set gain, fades and cut of a sound in numbers</source>
        <translation>音声のゲイン、フェード、切り取りを数値で設定する</translation>
    </message>
    <message>
        <source>Set length, depth, period, fades and phase of the chosen notes&apos; vibratos</source>
        <translation>選んだノートのビブラートの長さ、深さ、周期、フェード、位相を設定する</translation>
    </message>
    <message>
        <source>Set the chosen notes some cents beside their keys</source>
        <translation>選んだノートの音程をセント単位でずらす</translation>
    </message>
    <message>
        <source>Shorten notes that reach into the next one</source>
        <translation>次のノートに重なるノートを短くする</translation>
    </message>
    <message>
        <source>Show all notes of the part</source>
        <translation>パートのすべてのノートを表示する</translation>
    </message>
    <message>
        <source>Show all tracks with their voices, parts and sounds over time</source>
        <translation>すべてのトラックの歌声、パート、音声を時間に沿って表示する</translation>
    </message>
    <message>
        <source>Show and change all that there is to a note</source>
        <translation>ノートのすべての設定を表示・変更する</translation>
    </message>
    <message>
        <source>Show faders and level meters of all tracks</source>
        <translation>すべてのトラックのフェーダーとレベルメーターを表示する</translation>
    </message>
    <message>
        <source>Show less time, larger</source>
        <translation>表示する時間を狭めて拡大する</translation>
    </message>
    <message>
        <source>Show more time, smaller</source>
        <translation>表示する時間を広げて縮小する</translation>
    </message>
    <message>
        <source>Show the chosen notes as large as they fit</source>
        <translation>選んだノートを画面に収まる最大の大きさで表示する</translation>
    </message>
    <message>
        <source>Show the notes as a table that a screen reader reads and keys edit</source>
        <translation>ノートを表で表示する。スクリーンリーダーで読み、キーボードで編集できる</translation>
    </message>
    <message>
        <source>Show the steps of the song, to go to any of them</source>
        <translation>曲の編集履歴を表示し、任意の時点へ移動する</translation>
    </message>
    <message>
        <source>Show the takes of the chosen phrase: hear, use, name or delete them</source>
        <translation>選んだフレーズのテイクを表示し、試聴、使用、名前の変更、削除を行う</translation>
    </message>
    <message>
        <source>Show what is wrong in the song, to go there</source>
        <translation>曲の問題を表示し、その場所へ移動する</translation>
    </message>
    <message>
        <source>Silence the current track, or hear it again</source>
        <translation>現在のトラックを消音する、または解除する</translation>
    </message>
    <message>
        <source>Sing &amp;again</source>
        <translation>もう一度レンダリング(&amp;A)</translation>
    </message>
    <message>
        <source>Sing the pitch of the stretch anew; what was sung is kept as a take</source>
        <translation>区間のピッチを歌い直す。これまでのものはテイクとして残る</translation>
    </message>
    <message>
        <source>Smooth the curve where the mouse sweeps; further up is smoother, passes add up</source>
        <translation>マウスでなぞった所の曲線を滑らかにする。上ほど滑らかになり、なぞるたびに効果が重なる</translation>
    </message>
    <message>
        <source>Sound notes when they are chosen, drawn or moved to another key</source>
        <translation>ノートを選ぶ、描く、別の鍵盤へ動かすときに音を鳴らす</translation>
    </message>
    <message>
        <source>Split at the play&amp;head</source>
        <translation>再生位置で分割(&amp;H)</translation>
    </message>
    <message>
        <source>Stand still before a phrase that is not sung yet, or pass it in silence</source>
        <translation>まだ歌われていないフレーズの前で待つ、または無音で通り過ぎる</translation>
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
        <source>T&amp;racks</source>
        <translation>トラック(&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;une…</source>
        <translation>音程を微調整(&amp;U)…</translation>
    </message>
    <message>
        <source>Ta&amp;kes</source>
        <translation>テイク(&amp;K)</translation>
    </message>
    <message>
        <source>Take away the marks in the stretch, or all without one; the edits stay as they are</source>
        <translation>区間の印を消す。区間がなければすべて消す。編集はそのまま残る</translation>
    </message>
    <message>
        <source>Take away the notes that you click or sweep over</source>
        <translation>クリックした、またはなぞったノートを取り除く</translation>
    </message>
    <message>
        <source>Take away what is chosen in the overview (Del there)</source>
        <translation>オーバービューで選んだものを取り除く（オーバービューでは Del）</translation>
    </message>
    <message>
        <source>Take out what was drawn and moved: the predicted curve is sung again</source>
        <translation>描いたものと動かしたものを取り除き、予測された曲線に戻す</translation>
    </message>
    <message>
        <source>Take out what was raised or lowered; what was drawn stays</source>
        <translation>上げ下げしたものを取り除く。描いたものは残る</translation>
    </message>
    <message>
        <source>Take the chosen notes out and keep them, with their curves, in the clipboard</source>
        <translation>選んだノートを曲線ごと切り取り、クリップボードに入れる</translation>
    </message>
    <message>
        <source>Take the current track away with all that is on it</source>
        <translation>現在のトラックを中身ごと取り除く</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>最後の変更を取り消します</translation>
    </message>
    <message>
        <source>Ten cents down</source>
        <translation>10セント下げる</translation>
    </message>
    <message>
        <source>Ten cents up</source>
        <translation>10セント上げる</translation>
    </message>
    <message>
        <source>The first song in ten minutes, and every tool</source>
        <translation>10分で作る最初の曲と、すべてのツール</translation>
    </message>
    <message>
        <source>Try once more what failed, and sing what was left</source>
        <translation>失敗したものをもう一度試し、残りを歌う</translation>
    </message>
    <message>
        <source>Tune the chosen notes ten cents higher</source>
        <translation>選んだノートの音程を10セント上げる</translation>
    </message>
    <message>
        <source>Tune the chosen notes ten cents lower</source>
        <translation>選んだノートの音程を10セント下げる</translation>
    </message>
    <message>
        <source>Turn the page with the playhead while playing</source>
        <translation>再生中、再生位置に合わせてページをめくる</translation>
    </message>
    <message>
        <source>Type a name for the current track</source>
        <translation>現在のトラックの名前を入力する</translation>
    </message>
    <message>
        <source>Type a name for the part (F2 in the overview)</source>
        <translation>パートの名前を入力する（オーバービューでは F2）</translation>
    </message>
    <message>
        <source>Type the bar, beat and tick to go to</source>
        <translation>移動先の小節、拍、ティックを入力する</translation>
    </message>
    <message>
        <source>Type the lyric of the first chosen note; Tab or space goes on to the next</source>
        <translation>最初に選んだノートの歌詞を入力する。Tabまたはスペースで次へ進む</translation>
    </message>
    <message>
        <source>Write phonemes and curves as they are sung</source>
        <translation>歌われるとおりの音素と曲線を書き出す</translation>
    </message>
    <message>
        <source>Write the notes in another format, such as MIDI</source>
        <translation>ノートを MIDI などの別の形式で書き出す</translation>
    </message>
    <message>
        <source>Write the song as WAV or FLAC, a mix or stems</source>
        <translation>曲を WAV または FLAC で、ミックスまたはステムとして書き出す</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Version, licences and thanks</source>
        <translation>バージョン、ライセンス、謝辞</translation>
    </message>
    <message>
        <source>Vibrato…</source>
        <translation>ビブラート…</translation>
    </message>
    <message>
        <source>Write a file for a bug report, with logs but without personal paths</source>
        <translation>不具合報告用のファイルを作ります。ログを含み、個人のパスは含みません</translation>
    </message>
</context>
<context>
    <name>ArrangementPanel</name>
    <message>
        <source>Scroll over the tracks</source>
        <translation>トラック方向にスクロール</translation>
    </message>
    <message>
        <source>Scroll the arrangement in time</source>
        <translation>アレンジを時間方向にスクロール</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>トラック</translation>
    </message>
</context>
<context>
    <name>AudioExportDialog</name>
    <message>
        <source>&amp;Depth</source>
        <translation>ビット深度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>レベル(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>範囲(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sample rate</source>
        <translation>サンプルレート(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>A file for each track (stems)</source>
        <translation>トラックごとに1ファイル（ステム）</translation>
    </message>
    <message>
        <source>Export sound</source>
        <translation>音声を書き出す</translation>
    </message>
    <message>
        <source>Folder for the stems</source>
        <translation>ステムのフォルダー</translation>
    </message>
    <message>
        <source>Length {length}</source>
        <translation>長さ {length}</translation>
    </message>
    <message>
        <source>Level of the loudest sample</source>
        <translation>最大サンプルのレベル</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Normalise: loudest sample at</source>
        <translation>ノーマライズ：最大サンプルを</translation>
    </message>
    <message>
        <source>One file with the mix</source>
        <translation>ミックスを1ファイルに</translation>
    </message>
    <message>
        <source>Raise or lower all of it so that its loudest sample has this level.</source>
        <translation>最大サンプルがこのレベルになるように全体を上げ下げします。</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択範囲</translation>
    </message>
    <message>
        <source>Silence &amp;after the end</source>
        <translation>終わりの後の無音(&amp;A)</translation>
    </message>
    <message>
        <source>Whole song</source>
        <translation>曲全体</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>書き出し先(&amp;T)</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>約 {size}</translation>
    </message>
    <message>
        <source>less than {size}</source>
        <translation>{size} 未満</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} ビット</translation>
    </message>
    <message>
        <source>{bits}-bit float</source>
        <translation>{bits} ビット浮動小数点</translation>
    </message>
    <message>
        <source>{heard} of {all} tracks are heard</source>
        <translation>{all} トラック中 {heard} トラックが鳴ります</translation>
    </message>
</context>
<context>
    <name>AudioPanel</name>
    <message numerus="yes">
        <source>%n sound card(s) found.</source>
        <translation>
            <numerusform>%n 個のサウンドカードが見つかりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for devices</source>
        <translation>デバイスを探す</translation>
    </message>
    <message>
        <source>Looking for sound cards…</source>
        <translation>オーディオデバイスを探しています…</translation>
    </message>
    <message>
        <source>No sound card was found: connect one and look again. Playing is silent.</source>
        <translation>オーディオデバイスが見つかりません。接続してもう一度探してください。再生しても音は出ません。</translation>
    </message>
    <message>
        <source>Play a test tone</source>
        <translation>テスト音を鳴らす</translation>
    </message>
    <message>
        <source>Playing a tone…</source>
        <translation>テスト音を再生中…</translation>
    </message>
    <message>
        <source>Sound goes to {name}.</source>
        <translation>音は {name} に出力されます。</translation>
    </message>
    <message>
        <source>The song is playing: stop it to hear the tone alone.</source>
        <translation>曲を再生中です。テスト音だけを聞くには曲を止めてください。</translation>
    </message>
</context>
<context>
    <name>AutosavePanel</name>
    <message>
        <source>Everything you do is kept in {path} until it is saved, and offered at the next start if Melisma has ended without your doing.</source>
        <translation>すべての操作は保存するまで {path} に残ります。Melisma が予期せず終了したときは、次の起動時に復元できます。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>{path} cannot be shown: there is nothing unsaved in it yet.</source>
        <translation>{path} を表示できません。未保存のものはまだありません。</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>Nothing that is chosen goes across the playhead: put it inside a part.</source>
        <translation>再生位置にかかるものが選ばれていません。再生位置をパートの中に置いてください。</translation>
    </message>
</context>
<context>
    <name>CachePanel</name>
    <message numerus="yes">
        <source>%n file(s) removed, {size}.</source>
        <translation>
            <numerusform>%n 個のファイルを削除しました（{size}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all…</source>
        <translation>すべて消去…</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>キャッシュを消去</translation>
    </message>
    <message>
        <source>Clear what the open song does not use</source>
        <translation>開いている曲が使わないものを消去</translation>
    </message>
    <message>
        <source>Clearing the cache</source>
        <translation>キャッシュを消去しています</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>消去中…</translation>
    </message>
    <message>
        <source>Hits in the open song</source>
        <translation>開いている曲でのヒット</translation>
    </message>
    <message>
        <source>Hits in this session</source>
        <translation>このセッションでのヒット</translation>
    </message>
    <message>
        <source>Keeps what the open song has asked for since it was opened, undone edits included</source>
        <translation>開いてからこの曲で使われたものを、元に戻した編集の分も含めて残します</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Possible once the open song has been sung wholly</source>
        <translation>開いている曲のレンダリングがすべて終わると使えます</translation>
    </message>
    <message>
        <source>Possible while the cache is on: only then it is known what is used</source>
        <translation>キャッシュがオンの間だけ使えます。オフのときは何が使われているか分かりません</translation>
    </message>
    <message>
        <source>Remove all that models have given so far? Songs lose nothing; what is not sung yet in this session will be sung anew, which takes its time.</source>
        <translation>モデルのこれまでの出力をすべて削除しますか？ 曲から失われるものはありません。このセッションでまだ歌われていない部分は歌い直すため、時間がかかります。</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>ディスク上のサイズ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped: what was removed is gone, the rest stays.</source>
        <translation>停止しました。削除した分は消え、残りはそのままです。</translation>
    </message>
    <message>
        <source>The folder cannot be shown: nothing was kept there yet.</source>
        <translation>フォルダーを表示できません。まだ何も保存されていません。</translation>
    </message>
    <message>
        <source>Used of the largest size</source>
        <translation>最大サイズに対する使用量</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>集計中…</translation>
    </message>
    <message>
        <source>nothing was asked for yet</source>
        <translation>まだ何も要求されていません</translation>
    </message>
    <message>
        <source>{percent} % ({hits} of {all} answers came out of the cache)</source>
        <translation>{percent} %（{all} 件中 {hits} 件をキャッシュから取得）</translation>
    </message>
    <message numerus="yes">
        <source>{size} of {budget}, %n file(s)</source>
        <translation>
            <numerusform>{budget} のうち {size}、%n 個のファイル</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClipboardRoom</name>
    <message>
        <source>The clipboard holds no notes: copy some, or choose notes for a text.</source>
        <translation>クリップボードにノートがありません。ノートをコピーするか、テキストを入れるノートを選んでください。</translation>
    </message>
</context>
<context>
    <name>ColourPopup</name>
    <message>
        <source>Share of {colour}</source>
        <translation>{colour} の割合</translation>
    </message>
    <message>
        <source>The share of this colour is drawn over time.</source>
        <translation>この声色の割合は時間に沿って描かれています。</translation>
    </message>
    <message>
        <source>Voice colours</source>
        <translation>声色</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>描画済み</translation>
    </message>
</context>
<context>
    <name>CurveTools</name>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Nothing is sung there, so a curve would not be heard: draw where there are notes.</source>
        <translation>ここでは何も歌われないため、曲線を描いても聞こえません。ノートのある所に描いてください。</translation>
    </message>
    <message>
        <source>Offset by {change}: it stays on top of whatever is predicted or drawn there.</source>
        <translation>オフセット {change}：予測または描画された曲線に加わります。</translation>
    </message>
    <message>
        <source>There is nothing to raise or lower here: choose notes or a range first, or begin on a note.</source>
        <translation>ここには上げ下げするものがありません。先にノートか範囲を選ぶか、ノートの上から始めてください。</translation>
    </message>
    <message>
        <source>This voice does not take {parameter}, so a curve would not be heard: draw in another lane, or choose a voice that has it.</source>
        <translation>この歌声は{parameter}に対応していないため、曲線を描いても聞こえません。別のレーンに描くか、対応する歌声を選んでください。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>sung {value}</source>
        <translation>歌唱 {value}</translation>
    </message>
    <message>
        <source>± {ticks} ticks</source>
        <translation>± {ticks} ティック</translation>
    </message>
</context>
<context>
    <name>CurvesRoom</name>
    <message>
        <source>Copied: {parameter}</source>
        <translation>コピーしました：{parameter}</translation>
    </message>
    <message>
        <source>{from} was pasted into {to}: its whole range was mapped onto the other&apos;s, since their units differ</source>
        <translation>{from}を{to}に貼り付けました。単位が異なるため、値の範囲全体を貼り付け先の範囲に対応させました</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>The system&apos;s own</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name}（未接続）</translation>
    </message>
</context>
<context>
    <name>DeviceNotice</name>
    <message>
        <source>Choose device…</source>
        <translation>デバイスを選ぶ…</translation>
    </message>
    <message>
        <source>Sound goes to {name} now.</source>
        <translation>音の出力先が {name} になりました。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>DropsRoom</name>
    <message>
        <source>{name} is nothing that Melisma opens: drop songs ({endings}), sounds or voices.</source>
        <translation>{name} は Melisma で開けません。曲（{endings}）、音声、歌声ライブラリをドロップしてください。</translation>
    </message>
</context>
<context>
    <name>DsExportDialog</name>
    <message>
        <source>&amp;Parts</source>
        <translation>パート(&amp;P)</translation>
    </message>
    <message>
        <source>Choose a part with notes.</source>
        <translation>ノートのあるパートを選んでください。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Export DS</source>
        <translation>DS を書き出す</translation>
    </message>
    <message>
        <source>One file, with the values that are sung.</source>
        <translation>1ファイル。歌われる値を書き出します。</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>書き出し先(&amp;T)</translation>
    </message>
    <message>
        <source>{count} files, each with the name of its part behind this one.</source>
        <translation>{count} ファイル。それぞれファイル名の後にパート名が付きます。</translation>
    </message>
    <message>
        <source>{name} ({count} notes)</source>
        <translation>{name}（{count} ノート）</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>What is wrong</source>
        <translation>問題の内容</translation>
    </message>
</context>
<context>
    <name>EditName</name>
    <message>
        <source>Accept prediction</source>
        <translation>予測を受け入れる</translation>
    </message>
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
        <source>Anchors: {parameter}</source>
        <translation>アンカー：{parameter}</translation>
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
        <source>Copy sound</source>
        <translation>音声をコピー</translation>
    </message>
    <message>
        <source>Copy track</source>
        <translation>トラックをコピー</translation>
    </message>
    <message>
        <source>Cut: {parameter}</source>
        <translation>切り取り：{parameter}</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>テイクを削除</translation>
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
        <source>Import</source>
        <translation>インポート</translation>
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
        <source>Move metre</source>
        <translation>拍子を移動</translation>
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
        <source>Move tempo</source>
        <translation>テンポを移動</translation>
    </message>
    <message>
        <source>Move track</source>
        <translation>トラックを移動</translation>
    </message>
    <message>
        <source>Name take</source>
        <translation>テイクに名前を付ける</translation>
    </message>
    <message>
        <source>Paste notes</source>
        <translation>ノートを貼り付け</translation>
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
        <source>Resize notes</source>
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
        <source>Scale: {parameter}</source>
        <translation>拡大縮小：{parameter}</translation>
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
        <source>Split sound</source>
        <translation>音声を分割</translation>
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
    <name>ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message numerus="yes">
        <source>And %n more, see the list of problems.</source>
        <translation>
            <numerusform>ほか %n 件。問題の一覧を見てください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Measuring the level…</source>
        <translation>レベルを測定中…</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>書き出しの進行状況</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>フォルダーを表示(&amp;F)</translation>
    </message>
    <message>
        <source>Singing phrase {done} of {total}</source>
        <translation>フレーズ {done}／{total} をレンダリング中</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>書き出しの状態</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>停止しました。何も書き出していません。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>{name} を書き出し中…</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files into {folder}.</source>
        <translation>
            <numerusform>{folder} に %n 個のファイルを書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>{path} を書き出しました。</translation>
    </message>
    <message>
        <source>{length} of song in {seconds} s.</source>
        <translation>曲の長さ {length}、所要時間 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{names} is there already. Replace it?</source>
        <translation>{names} はすでにあります。置き換えますか？</translation>
    </message>
    <message>
        <source>{ratio}× real time</source>
        <translation>実時間の {ratio} 倍速</translation>
    </message>
</context>
<context>
    <name>ExportsRoom</name>
    <message>
        <source>An export is not finished. Stop it? Nothing of it will be written.</source>
        <translation>書き出しが終わっていません。停止しますか？ファイルは書き出されません。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export song</source>
        <translation>曲を書き出す</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>{path} を書き出しました。</translation>
    </message>
</context>
<context>
    <name>FilesRoom</name>
    <message>
        <source>Import into this song</source>
        <translation>この曲に読み込む</translation>
    </message>
    <message>
        <source>Imported {name}.</source>
        <translation>{name} を読み込みました。</translation>
    </message>
    <message>
        <source>Melisma songs</source>
        <translation>Melismaの曲</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>曲を開く</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} を開いています…</translation>
    </message>
    <message>
        <source>Save song</source>
        <translation>曲を保存</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>{path} に保存しました。</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
</context>
<context>
    <name>FillLyricsDialog</name>
    <message>
        <source>&amp;Notes:</source>
        <translation>ノート(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Skip breaths, and notes that go on with a word (+)</source>
        <translation>ブレスと、前の言葉を続けるノート（+）を飛ばす(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>テキスト(&amp;T)：</translation>
    </message>
    <message>
        <source>All from here on ({count})</source>
        <translation>ここから先すべて（{count}）</translation>
    </message>
    <message>
        <source>Fill lyrics</source>
        <translation>歌詞を流し込む</translation>
    </message>
    <message>
        <source>Lyrics before and after</source>
        <translation>変更前と変更後の歌詞</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>The chosen ones ({count})</source>
        <translation>選んだノート（{count}）</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Words between spaces, or Japanese, Chinese and Korean without</source>
        <translation>言葉は空白で区切ります。日本語、中国語、韓国語は区切りなしでも入力できます</translation>
    </message>
    <message>
        <source>{words} words for {notes} notes.</source>
        <translation>{words} 語、ノート {notes} 個。</translation>
    </message>
    <message>
        <source>{words} words for {notes} notes: the last {over} find no note.</source>
        <translation>{words} 語、ノート {notes} 個：最後の {over} 語は入るノートがありません。</translation>
    </message>
    <message>
        <source>{words} words for {notes} notes: the last {over} keep their lyrics.</source>
        <translation>{words} 語、ノート {notes} 個：最後の {over} 個のノートは今の歌詞のままです。</translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message>
        <source>&amp;Find:</source>
        <translation>検索(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>大文字と小文字を区別(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>前へ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置換(&amp;R)</translation>
    </message>
    <message>
        <source>Find and replace lyrics</source>
        <translation>歌詞の検索と置換</translation>
    </message>
    <message>
        <source>Notes changed: {count}</source>
        <translation>変更したノート：{count}</translation>
    </message>
    <message>
        <source>Notes found: {count}</source>
        <translation>見つかったノート：{count}</translation>
    </message>
    <message>
        <source>Re&amp;gular expression</source>
        <translation>正規表現(&amp;G)</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>すべて置換(&amp;A)</translation>
    </message>
    <message>
        <source>Replace &amp;with:</source>
        <translation>置換後(&amp;W)：</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place}／{all}</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Add a folder with voicebanks</source>
        <translation>歌声ライブラリのあるフォルダーを追加</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the chosen folder from the list</source>
        <translation>選んだフォルダーを一覧から取り除く</translation>
    </message>
    <message>
        <source>Searched in any case:</source>
        <translation>常に検索する場所：</translation>
    </message>
    <message>
        <source>{path} cannot be shown: see whether it is still there.</source>
        <translation>{path} を表示できません。まだそこにあるか確かめてください。</translation>
    </message>
    <message>
        <source>{path} is in the list already.</source>
        <translation>{path} はすでに一覧にあります。</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
</context>
<context>
    <name>HelpRoom</name>
    <message>
        <source>Report a problem</source>
        <translation>問題を報告</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>テキストファイル</translation>
    </message>
    <message>
        <source>Wrote {path}: read it, then send it.</source>
        <translation>{path} を書き出しました。内容を確かめてから送ってください。</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>As it was opened</source>
        <translation>開いたときの状態</translation>
    </message>
    <message>
        <source>Steps of the song</source>
        <translation>曲の変更履歴</translation>
    </message>
    <message>
        <source>{step}  ● saved</source>
        <translation>{step}  ● 保存済み</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Press keys…</source>
        <translation>キーを押してください…</translation>
    </message>
</context>
<context>
    <name>LaneHeader</name>
    <message>
        <source>Curve commands act on the pitch when this is marked</source>
        <translation>選択すると、曲線のコマンドがピッチに働く</translation>
    </message>
    <message>
        <source>{parameter}, chosen</source>
        <translation>{parameter}、選択中</translation>
    </message>
    <message>
        <source>{parameter}: change, fold or close this lane, or add one</source>
        <translation>{parameter}：このレーンを変更、折りたたむ、閉じる、またはレーンを追加</translation>
    </message>
    <message>
        <source>{parameter}: this voice does not take it; what you wrote is kept and not heard</source>
        <translation>{parameter}：この歌声は対応していません。書いた内容は残りますが、音には反映されません</translation>
    </message>
</context>
<context>
    <name>LaneHeaders</name>
    <message>
        <source>Add a lane</source>
        <translation>レーンを追加</translation>
    </message>
</context>
<context>
    <name>LanesRoom</name>
    <message>
        <source>&amp;Add lane</source>
        <translation>レーンを追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close lane</source>
        <translation>レーンを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fold lane</source>
        <translation>レーンを折りたたむ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open lane</source>
        <translation>レーンを展開(&amp;O)</translation>
    </message>
    <message>
        <source>All lanes of this voice are shown</source>
        <translation>この歌声のレーンはすべて表示されています</translation>
    </message>
    <message>
        <source>Curve commands act on: {parameter}</source>
        <translation>曲線のコマンドの対象：{parameter}</translation>
    </message>
    <message>
        <source>Lanes that suit the &amp;voice</source>
        <translation>歌声に合うレーン(&amp;V)</translation>
    </message>
    <message>
        <source>Written, not heard in this voice</source>
        <translation>入力済み、この歌声では反映なし</translation>
    </message>
    <message>
        <source>{parameter} (derived)</source>
        <translation>{parameter}（自動算出）</translation>
    </message>
</context>
<context>
    <name>LegatoDialog</name>
    <message>
        <source>&amp;Longest gap to close:</source>
        <translation>詰める隙間の上限(&amp;L)：</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Legato</source>
        <translation>レガート</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>reached full scale</source>
        <translation>フルスケールに到達</translation>
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
    <name>LyricsRoom</name>
    <message>
        <source>(goes on)</source>
        <translation>（続き）</translation>
    </message>
    <message>
        <source>The voice is still being read: try again in a moment.</source>
        <translation>歌声を読み込んでいます。少し待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>The voice&apos;s own: {name} ({tag})</source>
        <translation>歌声ライブラリの設定：{name}（{tag}）</translation>
    </message>
    <message>
        <source>“{lyric}” is unknown</source>
        <translation>「{lyric}」は辞書にありません</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Main bar</source>
        <translation>メインバー</translation>
    </message>
    <message>
        <source>Melisma</source>
        <translation>Melisma</translation>
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
        <source>Untitled</source>
        <translation>無題</translation>
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
        <translation>{place} からのテンポ(&amp;T)</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>1分あたりの拍数</translation>
    </message>
    <message>
        <source>Beats of a bar</source>
        <translation>1小節の拍数</translation>
    </message>
    <message>
        <source>Note value of a beat</source>
        <translation>1拍の音価</translation>
    </message>
    <message>
        <source>Ta&amp;p</source>
        <translation>タップ(&amp;P)</translation>
    </message>
    <message>
        <source>Tap the beat, here or with the key P</source>
        <translation>ここかPキーで拍をタップする</translation>
    </message>
    <message>
        <source>Tempo and time signature</source>
        <translation>テンポと拍子</translation>
    </message>
    <message>
        <source>Time &amp;signature from bar {bar}</source>
        <translation>{bar} 小節目からの拍子(&amp;S)</translation>
    </message>
</context>
<context>
    <name>MasterMeter</name>
    <message>
        <source>Master level</source>
        <translation>マスターレベル</translation>
    </message>
    <message>
        <source>Master level, from −60 to 0 dB. Red: too loud; a click takes the mark away.</source>
        <translation>マスターレベル、−60～0 dB。赤は音量が大きすぎます。クリックで印が消えます。</translation>
    </message>
</context>
<context>
    <name>MasterStrip</name>
    <message>
        <source>Level of the master</source>
        <translation>マスターのレベル</translation>
    </message>
    <message>
        <source>Level of the master; a click forgets full scale</source>
        <translation>マスターのレベル。クリックでフルスケールの印を消す</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>マスター</translation>
    </message>
</context>
<context>
    <name>MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>ミキサー</translation>
    </message>
</context>
<context>
    <name>MixerStrip</name>
    <message>
        <source>Strip of {track}</source>
        <translation>{track} のチャンネル</translation>
    </message>
</context>
<context>
    <name>MovedRoom</name>
    <message>
        <source>{parameter}: the prediction moved under this edit by up to {amount}</source>
        <translation>{parameter}：この編集の下で予測が最大 {amount} 動きました</translation>
    </message>
</context>
<context>
    <name>NameEditor</name>
    <message>
        <source>Name of the part</source>
        <translation>パート名</translation>
    </message>
</context>
<context>
    <name>NoteInspector</name>
    <message>
        <source>Bar, beat and ticks; several notes move together</source>
        <translation>小節、拍、ティック。複数のノートは一緒に動きます</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>開始位置</translation>
    </message>
    <message>
        <source>Cents beside it</source>
        <translation>ずれ（セント）</translation>
    </message>
    <message>
        <source>Chosen notes: {count}</source>
        <translation>選んだノート：{count}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>音程</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Lyric</source>
        <translation>歌詞</translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>Quarters, such as 1.5, or ticks, such as 720t</source>
        <translation>1.5 のような四分音符数、または 720t のようなティック数</translation>
    </message>
    <message>
        <source>Sung whatever the dictionary says; empty: as the dictionary says</source>
        <translation>辞書に関係なくこの音素で歌います。空欄なら辞書に従います</translation>
    </message>
    <message>
        <source>The voice&apos;s own</source>
        <translation>歌声ライブラリの設定</translation>
    </message>
    <message>
        <source>different</source>
        <translation>複数の値</translation>
    </message>
    <message>
        <source>“{text}” is no length: write quarters, such as 1.5, or 720t.</source>
        <translation>「{text}」は長さではありません。1.5 のような四分音符数か、720t のように入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no place: write bar:beat:ticks, such as 3:1:240.</source>
        <translation>「{text}」は位置ではありません。3:1:240 のように「小節:拍:ティック」で入力してください。</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes of the part</source>
        <translation>パートのノート</translation>
    </message>
</context>
<context>
    <name>NoteShapesRoom</name>
    <message>
        <source>Choose two notes or more to merge them.</source>
        <translation>結合するには、ノートを2つ以上選んでください。</translation>
    </message>
    <message>
        <source>The playhead stands in no note: put it inside one.</source>
        <translation>再生位置にノートがありません。ノートの中に置いてください。</translation>
    </message>
</context>
<context>
    <name>NoteTable</name>
    <message>
        <source>A name such as F♯4, or a MIDI number</source>
        <translation>F♯4 のような音名、または MIDI 番号</translation>
    </message>
    <message>
        <source>A word, with its phonemes in brackets where they are given</source>
        <translation>歌詞。音素を指定したときは角括弧内に示します</translation>
    </message>
    <message>
        <source>Bar:beat:ticks</source>
        <translation>小節:拍:ティック</translation>
    </message>
    <message>
        <source>In quarters, or in ticks with a t behind</source>
        <translation>四分音符数、または後ろに t を付けたティック数</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>音程</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Lyric</source>
        <translation>歌詞</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>“{text}” is no key: write a name such as F♯4, or a number to 127.</source>
        <translation>「{text}」は音程ではありません。F♯4 のような音名か、127 までの数を入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no length: write quarters such as 1.5, or ticks as 720t.</source>
        <translation>「{text}」は長さではありません。1.5 のような四分音符数か、720t のようなティック数を入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no place: write bar:beat:ticks, such as 3:1:240.</source>
        <translation>「{text}」は位置ではありません。3:1:240 のように「小節:拍:ティック」で入力してください。</translation>
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
        <translation>通知を閉じる</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Arrangement</source>
        <translation>アレンジ</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>何も選ばれていません。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>パート</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>トラック {number}</translation>
    </message>
    <message>
        <source>{name} (cannot be read)</source>
        <translation>{name}（読み込めません）</translation>
    </message>
    <message>
        <source>{name} on {track}, bar {first} to {last}</source>
        <translation>{track} の {name}、{first}～{last} 小節</translation>
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
        <source>derived</source>
        <translation>自動算出</translation>
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
        <source>unheard</source>
        <translation>反映なし</translation>
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
    <name>PhonemeTool</name>
    <message>
        <source>{offset} ms from the note</source>
        <translation>ノートから {offset} ms</translation>
    </message>
    <message>
        <source>{symbol}   from {start} ms   {length} ms long</source>
        <translation>{symbol}   開始 {start} ms   長さ {length} ms</translation>
    </message>
</context>
<context>
    <name>PhonemesDialog</name>
    <message>
        <source>As predicted</source>
        <translation>予測に従う</translation>
    </message>
    <message>
        <source>Begin of phoneme {number}</source>
        <translation>音素 {number} の開始</translation>
    </message>
    <message>
        <source>Begins, from the note</source>
        <translation>開始（ノートから）</translation>
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
        <translation>音素 {number} を予測に従わせる</translation>
    </message>
    <message>
        <source>Phonemes of “{lyric}”</source>
        <translation>「{lyric}」の音素</translation>
    </message>
</context>
<context>
    <name>PhonemesRoom</name>
    <message>
        <source>The chosen notes have their predicted phonemes already.</source>
        <translation>選んだノートの音素はすでに予測どおりです。</translation>
    </message>
    <message>
        <source>The voice has not laid out this note yet: try again in a moment.</source>
        <translation>このノートの音素はまだ配置されていません。少し待ってからもう一度試してください。</translation>
    </message>
</context>
<context>
    <name>PhraseState</name>
    <message>
        <source>The band over the notes:</source>
        <translation>ノートの上の帯：</translation>
    </message>
    <message>
        <source>could not be sung</source>
        <translation>レンダリングに失敗</translation>
    </message>
    <message>
        <source>crosses</source>
        <translation>×印</translation>
    </message>
    <message>
        <source>full band</source>
        <translation>塗りつぶし</translation>
    </message>
    <message>
        <source>is being sung</source>
        <translation>レンダリング中</translation>
    </message>
    <message>
        <source>is sung</source>
        <translation>レンダリング済み</translation>
    </message>
    <message>
        <source>slanted stripes</source>
        <translation>斜めの縞</translation>
    </message>
    <message>
        <source>sounds from a draft, and gets better</source>
        <translation>下書きで再生、仕上げ中</translation>
    </message>
    <message>
        <source>thin line</source>
        <translation>細い線</translation>
    </message>
    <message>
        <source>upright stripes</source>
        <translation>縦の縞</translation>
    </message>
    <message>
        <source>waits to be sung</source>
        <translation>レンダリング待ち</translation>
    </message>
</context>
<context>
    <name>PhraseTips</name>
    <message>
        <source>“{lyrics}” {state}</source>
        <translation>「{lyrics}」：{state}</translation>
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
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>No setting fits.</source>
        <translation>合う設定がありません。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>ProgressPlace</name>
    <message>
        <source>Go to the phrase that failed</source>
        <translation>失敗したフレーズへ移動</translation>
    </message>
    <message>
        <source>Phrase {number} of {all}</source>
        <translation>フレーズ {number}／{all}</translation>
    </message>
    <message>
        <source>Phrases that are done</source>
        <translation>完了したフレーズ</translation>
    </message>
    <message>
        <source>Progress of the singing</source>
        <translation>レンダリングの進行状況</translation>
    </message>
    <message>
        <source>Reading the voice and the lyrics</source>
        <translation>歌声と歌詞を読み込み中</translation>
    </message>
    <message>
        <source>{drafts} as a draft, {final} final</source>
        <translation>下書き {drafts}、完成 {final}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>失敗 {n}</translation>
    </message>
    <message>
        <source>{n} not sung</source>
        <translation>未レンダリング {n}</translation>
    </message>
    <message>
        <source>{n} sung</source>
        <translation>レンダリング済み {n}</translation>
    </message>
</context>
<context>
    <name>ProviderBox</name>
    <message>
        <source>{name} (not there)</source>
        <translation>{name}（利用不可）</translation>
    </message>
</context>
<context>
    <name>ProviderPanel</name>
    <message>
        <source>Every model of the built-in voice is run on a short phrase and held against the CPU. The largest error is a share of the largest value; up to 1 % is good.</source>
        <translation>内蔵の歌声のすべてのモデルを短いフレーズで動かし、CPU の結果と比べます。最大誤差は最大値に対する割合で、1 % までなら良好です。</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>最大誤差</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>テストの進行状況</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Results of the test</source>
        <translation>テストの結果</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>実行先</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test of what is there</source>
        <translation>使える実行先のテスト</translation>
    </message>
    <message>
        <source>Test what runs models</source>
        <translation>モデルの実行先をテスト</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>gives other sound: do not use it with this voice</source>
        <translation>音が変わります。この歌声では使わないでください</translation>
    </message>
    <message>
        <source>good, {factor} times the speed of the CPU</source>
        <translation>良好、CPU の {factor} 倍の速さ</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>未テスト</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>what others are held against</source>
        <translation>比較の基準</translation>
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
        <translation>終わりもそろえる(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Grid:</source>
        <translation>グリッド(&amp;G)：</translation>
    </message>
    <message>
        <source>&amp;Strength:</source>
        <translation>強さ(&amp;S)：</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>クオンタイズ</translation>
    </message>
    <message>
        <source>{grid} triplets</source>
        <translation>{grid} 三連符</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear the list</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n missing song(s)</source>
        <translation>
            <numerusform>見つからない曲 %n 件を一覧から消す</numerusform>
        </translation>
    </message>
    <message>
        <source>No songs yet</source>
        <translation>まだ曲がありません</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name}（見つかりません）</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>ノート %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>音声 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>トラック %n 本</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>破棄(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>後で決める(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>完全に破棄</translation>
    </message>
    <message>
        <source>Discard what was not saved of “{name}”? It cannot be had back.</source>
        <translation>「{name}」の保存していない変更を破棄しますか？ 元には戻せません。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最後の変更</translation>
    </message>
    <message>
        <source>Looking into it…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Melisma ended before these songs were saved. Open one as it was at its last change; its file stays as it is until you save.</source>
        <translation>これらの曲を保存する前に Melisma が終了しました。最後に変更した状態で開けます。元のファイルは保存するまで変わりません。</translation>
    </message>
    <message>
        <source>Recover songs</source>
        <translation>曲を復元</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>Songs to recover</source>
        <translation>復元できる曲</translation>
    </message>
    <message>
        <source>Steps since the save</source>
        <translation>保存後の操作数</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>復元される内容</translation>
    </message>
    <message>
        <source>What comes back: {facts}.</source>
        <translation>復元される内容：{facts}。</translation>
    </message>
</context>
<context>
    <name>RecoveryRoom</name>
    <message>
        <source>There is nothing to recover.</source>
        <translation>復元するものはありません。</translation>
    </message>
    <message>
        <source>“{name}” is back: save it.</source>
        <translation>「{name}」を復元しました。保存してください。</translation>
    </message>
</context>
<context>
    <name>RetakesRoom</name>
    <message>
        <source>&amp;All parameters</source>
        <translation>すべてのパラメーター(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing is sung there yet: wait until the phrase is sung</source>
        <translation>ここはまだレンダリングされていません。フレーズができるまでお待ちください</translation>
    </message>
    <message>
        <source>This voice predicts no parameters</source>
        <translation>この歌声はパラメーターを予測しません</translation>
    </message>
    <message>
        <source>This voice sings the pitch of the notes as written: draw it instead</source>
        <translation>この歌声はノートの音程どおりに歌います。ピッチは描いてください</translation>
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
        <translation>拡大縮小：{parameter}</translation>
    </message>
    <message>
        <source>The base</source>
        <translation>基準値</translation>
    </message>
    <message>
        <source>The mean of the stretch</source>
        <translation>区間の平均</translation>
    </message>
    <message>
        <source>The written notes</source>
        <translation>ノートの音程</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to default</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Reset “{name}” to its default</source>
        <translation>「{name}」を既定値に戻す</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>次の起動時に反映されます。</translation>
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
        <source>A phrase sounds from fewer steps first and gets better behind. Exports never do.</source>
        <translation>まず少ないステップ数でフレーズを鳴らし、裏で仕上げます。書き出しには使いません。</translation>
    </message>
    <message>
        <source>Acoustic models run on</source>
        <translation>音響モデルの実行先</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>常に</translation>
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
        <source>Autosave</source>
        <translation>自動保存</translation>
    </message>
    <message>
        <source>Bars of clicks before playback begins.</source>
        <translation>再生を始める前にクリックを鳴らす小節数。</translation>
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
        <source>Changes are on disk after</source>
        <translation>変更をディスクに書き込むまでの時間</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>カウントイン</translation>
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
        <source>Draft first</source>
        <translation>先に下書きを作る</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Empty: those that suit the voice.</source>
        <translation>空欄：歌声に合ったもの。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>グリッド</translation>
    </message>
    <message>
        <source>Grid of triplets</source>
        <translation>3連符のグリッド</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>Lengths are always made on the CPU, so that a song keeps its timing everywhere.</source>
        <translation>どの環境でも曲のタイミングが変わらないよう、音素長は常に CPU で計算します。</translation>
    </message>
    <message>
        <source>Linguistic models run on</source>
        <translation>言語モデルの実行先</translation>
    </message>
    <message>
        <source>Metronome clicks while playing</source>
        <translation>再生中にメトロノームを鳴らす</translation>
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
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Notes sound when they are chosen or moved</source>
        <translation>ノートを選んだり動かしたりしたときに音を鳴らす</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Off: a phrase is sung only when playback comes to it.</source>
        <translation>オフ：再生がそこに来るまでフレーズをレンダリングしません。</translation>
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
        <source>On which notes snap.</source>
        <translation>ノートがスナップする間隔。</translation>
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
        <source>Sing before play is pressed</source>
        <translation>再生を押す前にレンダリングする</translation>
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
        <source>The page turns with the playhead</source>
        <translation>再生位置に合わせてページを送る</translation>
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
        <source>What a crash can cost at most. Longer is easier on slow or busy disks.</source>
        <translation>クラッシュ時に失われる変更の最大の長さ。長くすると、遅いディスクや負荷の高いディスクの負担が減ります。</translation>
    </message>
    <message>
        <source>What was not used for longest goes first.</source>
        <translation>最も長く使われていないものから消えます。</translation>
    </message>
    <message>
        <source>Where a voice sings slower than it plays</source>
        <translation>レンダリングが再生に間に合わない歌声のみ</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>小節</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Reset the page “{page}”</source>
        <translation>「{page}」のページを既定値に戻す</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>このページを既定値に戻す</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Changed by you</source>
        <translation>変更済み</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとキー</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Commands and shortcuts</source>
        <translation>コマンドとショートカット</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>機能</translation>
    </message>
</context>
<context>
    <name>ShortcutsPanel</name>
    <message>
        <source>Add keys to the chosen command by pressing them</source>
        <translation>キーを押して、選んだコマンドに追加する</translation>
    </message>
    <message>
        <source>Add keys…</source>
        <translation>キーを追加…</translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation>キーを変更するコマンドを選んでください。</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Find a command by its name</source>
        <translation>名前でコマンドを検索</translation>
    </message>
    <message>
        <source>Find a command by pressing its keys</source>
        <translation>キーを押してコマンドを検索</translation>
    </message>
    <message>
        <source>Find by keys</source>
        <translation>キーで検索</translation>
    </message>
    <message>
        <source>Give the chosen command its own keys again</source>
        <translation>選んだコマンドを既定のキーに戻す</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation>合うコマンドはありません。</translation>
    </message>
    <message>
        <source>Remove {keys}</source>
        <translation>{keys} を外す</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>割り当てる</translation>
    </message>
    <message>
        <source>These have {keys}.</source>
        <translation>{keys} を使うコマンドです。</translation>
    </message>
    <message>
        <source>{keys} is free.</source>
        <translation>{keys} は空いています。</translation>
    </message>
    <message>
        <source>{keys} is in the way of: {commands}. Take it from there?</source>
        <translation>{keys} は次のコマンドと競合しています：{commands}。そちらから外しますか？</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Unit of {name}</source>
        <translation>{name}の単位</translation>
    </message>
</context>
<context>
    <name>SongQuestions</name>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>A newer song</source>
        <translation>新しいバージョンの曲</translation>
    </message>
    <message>
        <source>A song that cannot be read</source>
        <translation>読み込めない曲</translation>
    </message>
    <message>
        <source>Import or open</source>
        <translation>インポートまたは開く</translation>
    </message>
    <message>
        <source>Import {name} into this song as new tracks, or open it as a song of its own?</source>
        <translation>{name} を新しいトラックとしてこの曲にインポートしますか？ それとも別の曲として開きますか？</translation>
    </message>
    <message>
        <source>Save the changes to “{name}” first? What you discard is gone.</source>
        <translation>先に「{name}」の変更を保存しますか？ 破棄した変更は元に戻せません。</translation>
    </message>
    <message>
        <source>The version before it is there, of {when}. Open that one?</source>
        <translation>一つ前の版（{when}）が残っています。そちらを開きますか？</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存の変更</translation>
    </message>
    <message>
        <source>{name} was written by a newer Melisma (format {version}). What this version does not know may look or sound different. Open a copy without changing the file?</source>
        <translation>{name} は新しいバージョンの Melisma（形式 {version}）で作られています。このバージョンが対応していない部分は、見た目や音が変わることがあります。ファイルを変えずにコピーを開きますか？</translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message>
        <source>&amp;Gain</source>
        <translation>ゲイン(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>長さ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Skip at the begin</source>
        <translation>先頭のスキップ(&amp;S)</translation>
    </message>
    <message>
        <source>Fade &amp;in</source>
        <translation>フェードイン(&amp;I)</translation>
    </message>
    <message>
        <source>Fade &amp;out</source>
        <translation>フェードアウト(&amp;O)</translation>
    </message>
    <message>
        <source>Sound: {name}</source>
        <translation>音声：{name}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Durations</source>
        <translation>音素長</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
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
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Timbre</source>
        <translation>音色</translation>
    </message>
    <message>
        <source>durations</source>
        <translation>音素長</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>phonemes</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>ピッチ</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>音響</translation>
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
        <translation>予測</translation>
    </message>
</context>
<context>
    <name>TakesList</name>
    <message>
        <source>&amp;Hear</source>
        <translation>試聴(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使う(&amp;U)</translation>
    </message>
    <message>
        <source>Choose notes or a stretch of time to see the takes of their phrase.</source>
        <translation>ノートか時間の範囲を選ぶと、そのフレーズのテイクが表示されます。</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>Forget this take</source>
        <translation>このテイクを削除</translation>
    </message>
    <message>
        <source>Give this take a name</source>
        <translation>このテイクに名前を付ける</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>Sing this take</source>
        <translation>このテイクで歌う</translation>
    </message>
    <message>
        <source>Sing this take and play the phrase</source>
        <translation>このテイクで歌い、フレーズを再生する</translation>
    </message>
    <message>
        <source>Take {number}</source>
        <translation>テイク {number}</translation>
    </message>
    <message>
        <source>Takes of the phrase</source>
        <translation>フレーズのテイク</translation>
    </message>
    <message>
        <source>This phrase has one take. Sing a stretch anew to get more.</source>
        <translation>このフレーズのテイクは1つです。区間をリテイクすると増えます。</translation>
    </message>
    <message>
        <source>{take}, sung now</source>
        <translation>{take}（使用中）</translation>
    </message>
</context>
<context>
    <name>TrackControls</name>
    <message>
        <source>Gain of {track}</source>
        <translation>{track} の音量</translation>
    </message>
    <message>
        <source>Level of {track}</source>
        <translation>{track} のレベル</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute {track}</source>
        <translation>{track} をミュート</translation>
    </message>
    <message>
        <source>Pan of {track}</source>
        <translation>{track} のパン</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo {track}</source>
        <translation>{track} をソロ</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>トラック {number}</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Audio</source>
        <translation>オーディオ</translation>
    </message>
    <message>
        <source>Name of {track}</source>
        <translation>{track}の名前</translation>
    </message>
    <message>
        <source>The voice &apos;{id}&apos; is not installed, so this track is silent. Install it, or choose another.</source>
        <translation>歌声「{id}」がインストールされていないため、このトラックは無音です。インストールするか、別の歌声を選んでください。</translation>
    </message>
    <message>
        <source>Track {track}</source>
        <translation>トラック {track}</translation>
    </message>
    <message>
        <source>Voice colours of {track}</source>
        <translation>{track}の声色</translation>
    </message>
    <message>
        <source>Voice missing: {id}</source>
        <translation>歌声がありません：{id}</translation>
    </message>
    <message>
        <source>Voice of {track}</source>
        <translation>{track}の歌声</translation>
    </message>
</context>
<context>
    <name>TracksRoom</name>
    <message>
        <source>Add sound files</source>
        <translation>音声ファイルを追加</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>音声ファイル</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} のコピー</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Bar, beat and tick</source>
        <translation>小節、拍、ティック</translation>
    </message>
    <message>
        <source>Double-click or press Enter to type.</source>
        <translation>ダブルクリックするか Enter を押して入力します。</translation>
    </message>
    <message>
        <source>Minutes and seconds</source>
        <translation>分と秒</translation>
    </message>
    <message>
        <source>Tempo at the playhead</source>
        <translation>再生位置のテンポ</translation>
    </message>
    <message>
        <source>Time signature at the playhead</source>
        <translation>再生位置の拍子</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>トランスポート</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
    <message>
        <source>“{text}” is no place: type a bar, or bar:beat:tick.</source>
        <translation>「{text}」は位置として読めません。小節、または 小節:拍:ティック で入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no tempo: type a number of beats a minute.</source>
        <translation>「{text}」はテンポとして読めません。1分あたりの拍数を入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no time signature: type one such as 3/4.</source>
        <translation>「{text}」は拍子として読めません。3/4 のように入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no time: type seconds, or minutes:seconds.</source>
        <translation>「{text}」は時間として読めません。秒、または 分:秒 で入力してください。</translation>
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
        <translation>上げる量(&amp;R):</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>移調</translation>
    </message>
</context>
<context>
    <name>TuneDialog</name>
    <message>
        <source> cents</source>
        <translation> セント</translation>
    </message>
    <message>
        <source>&amp;Beside the key:</source>
        <translation>鍵盤とのずれ(&amp;B):</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>音程の微調整</translation>
    </message>
</context>
<context>
    <name>Vibrato</name>
    <message>
        <source>Depth {cents:.0f} cents</source>
        <translation>深さ {cents:.0f} セント</translation>
    </message>
    <message>
        <source>Fade in {percent} %</source>
        <translation>フェードイン {percent} %</translation>
    </message>
    <message>
        <source>Fade out {percent} %</source>
        <translation>フェードアウト {percent} %</translation>
    </message>
    <message>
        <source>Length {percent} %</source>
        <translation>長さ {percent} %</translation>
    </message>
    <message>
        <source>Phase {percent} %</source>
        <translation>位相 {percent} %</translation>
    </message>
    <message>
        <source>Rate {hz:.2f} Hz ({ms:.0f} ms)</source>
        <translation>速さ {hz:.2f} Hz（{ms:.0f} ms）</translation>
    </message>
</context>
<context>
    <name>VibratoDialog</name>
    <message>
        <source> cents</source>
        <translation> セント</translation>
    </message>
    <message>
        <source>&amp;Depth:</source>
        <translation>深さ(&amp;D):</translation>
    </message>
    <message>
        <source>&amp;Length:</source>
        <translation>長さ(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>周期(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Shift of the pitch:</source>
        <translation>ピッチのずれ(&amp;S):</translation>
    </message>
    <message>
        <source>Fade &amp;in:</source>
        <translation>フェードイン(&amp;I):</translation>
    </message>
    <message>
        <source>Fade &amp;out:</source>
        <translation>フェードアウト(&amp;O):</translation>
    </message>
    <message>
        <source>P&amp;hase:</source>
        <translation>位相(&amp;H):</translation>
    </message>
    <message numerus="yes">
        <source>Vibrato of %n note(s)</source>
        <translation>
            <numerusform>%n 個のノートのビブラート</numerusform>
        </translation>
    </message>
    <message>
        <source>various</source>
        <translation>複数の値</translation>
    </message>
</context>
<context>
    <name>ViewRoom</name>
    <message>
        <source>Grid on which notes snap</source>
        <translation>ノートがスナップするグリッド</translation>
    </message>
    <message>
        <source>Grid: {grid}</source>
        <translation>グリッド：{grid}</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>{grid} triplets</source>
        <translation>{grid} 三連符</translation>
    </message>
</context>
<context>
    <name>VoicebankManager</name>
    <message>
        <source>&amp;Open its folder</source>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Broken: {sentence}</source>
        <translation>破損：{sentence}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>声色</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>不備</translation>
    </message>
    <message>
        <source>Faults ({n})</source>
        <translation>不備（{n}）</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Install a &amp;folder…</source>
        <translation>フォルダーからインストール(&amp;F)…</translation>
    </message>
    <message>
        <source>Install a voicebank</source>
        <translation>歌声ライブラリをインストール</translation>
    </message>
    <message>
        <source>Install an &amp;archive…</source>
        <translation>アーカイブからインストール(&amp;A)…</translation>
    </message>
    <message>
        <source>Install “{name}” ({files} files, {size} MiB) in {folder}?</source>
        <translation>「{name}」（{files} ファイル、{size} MiB）を {folder} にインストールしますか？</translation>
    </message>
    <message>
        <source>Installed voices</source>
        <translation>インストール済みの歌声</translation>
    </message>
    <message>
        <source>Installed {name}.</source>
        <translation>{name} をインストールしました。</translation>
    </message>
    <message>
        <source>It takes the place of the voice of that name.</source>
        <translation>同じ名前の歌声ライブラリと置き換わります。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Licence and readme</source>
        <translation>ライセンスと説明書</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>No faults</source>
        <translation>不備なし</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>立ち絵</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>インストールの進行状況</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Remove a voicebank</source>
        <translation>歌声ライブラリを削除</translation>
    </message>
    <message>
        <source>Remove “{name}” and all its files in {folder}? Songs that use it stay readable and fall silent until it is there again.</source>
        <translation>「{name}」と {folder} にあるすべてのファイルを削除しますか？ これを使う曲は開けますが、再びインストールするまで無音になります。</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>サンプルレート</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>話者</translation>
    </message>
    <message>
        <source>This voice says nothing about its licence: ask its maker before you use it.</source>
        <translation>この歌声にはライセンスの記載がありません。使う前に作者に確認してください。</translation>
    </message>
    <message>
        <source>Vocoder</source>
        <translation>ボコーダー</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>歌声</translation>
    </message>
    <message>
        <source>Voicebanks</source>
        <translation>歌声ライブラリ</translation>
    </message>
    <message>
        <source>Wait for the installation that is going on, or stop it.</source>
        <translation>進行中のインストールが終わるのを待つか、中止してください。</translation>
    </message>
    <message>
        <source>What the voice can do</source>
        <translation>歌声の機能</translation>
    </message>
    <message>
        <source>acoustic</source>
        <translation>音響</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>音素長</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>ピッチ</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>バリアンス</translation>
    </message>
    <message>
        <source>vocoder</source>
        <translation>ボコーダー</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Draw a song, shape it, hear it at once.</source>
        <translation>曲を描き、整え、すぐに聴く。</translation>
    </message>
    <message>
        <source>Or drop a song, a MIDI or DS file, or a sound anywhere on the window.</source>
        <translation>または、曲、MIDI、DS、音声のファイルをウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Recent songs</source>
        <translation>最近の曲</translation>
    </message>
    <message>
        <source>Songs that you open or save are listed here.</source>
        <translation>開いた曲や保存した曲がここに並びます。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>見つかりません</translation>
    </message>
</context>
</TS>
