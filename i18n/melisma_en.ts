<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AudioPanel</name>
    <message numerus="yes">
        <source>%n sound card(s) found.</source>
        <translation>
            <numerusform>%n sound card found.</numerusform>
            <numerusform>%n sound cards found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CachePanel</name>
    <message numerus="yes">
        <source>%n file(s) removed, {size}.</source>
        <translation>
            <numerusform>%n file removed, {size}.</numerusform>
            <numerusform>%n files removed, {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{size} of {budget}, %n file(s)</source>
        <translation>
            <numerusform>{size} of {budget}, %n file</numerusform>
            <numerusform>{size} of {budget}, %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>And %n more, see the list of problems.</source>
        <translation>
            <numerusform>And %n more, see the list of problems.</numerusform>
            <numerusform>And %n more, see the list of problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files into {folder}.</source>
        <translation>
            <numerusform>Wrote %n file into {folder}.</numerusform>
            <numerusform>Wrote %n files into {folder}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message numerus="yes">
        <source>Forget %n missing song(s)</source>
        <translation>
            <numerusform>Forget %n missing song</numerusform>
            <numerusform>Forget %n missing songs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n sound</numerusform>
            <numerusform>%n sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VibratoDialog</name>
    <message numerus="yes">
        <source>Vibrato of %n note(s)</source>
        <translation>
            <numerusform>Vibrato of %n note</numerusform>
            <numerusform>Vibrato of %n notes</numerusform>
        </translation>
    </message>
</context>
</TS>
