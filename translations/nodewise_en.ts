<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
    <context>
        <name>Application</name>
        <message numerus="yes">
            <source>%1, version %2: a new result for %n call(s), for the reference changed. The first one stays in the log.</source>
            <translation>
                <numerusform>%1, version %2: a new result for %n call, for the reference changed. The first one stays in the log.</numerusform>
                <numerusform>%1, version %2: a new result for %n calls, for the reference changed. The first one stays in the log.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, version %2: a new result for %n call(s) of the group, for the reference changed. The first one stays in the log.</source>
            <translation>
                <numerusform>%1, version %2: a new result for %n call of the group, for the reference changed. The first one stays in the log.</numerusform>
                <numerusform>%1, version %2: a new result for %n calls of the group, for the reference changed. The first one stays in the log.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CallText</name>
        <message numerus="yes">
            <source>%1 %n day(s) before</source>
            <extracomment>%1 is the kind of biopsy.</extracomment>
            <translation>
                <numerusform>%1 %n day before</numerusform>
                <numerusform>%1 %n days before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 %n week(s) before</source>
            <extracomment>%1 is the kind of biopsy.</extracomment>
            <translation>
                <numerusform>%1 %n week before</numerusform>
                <numerusform>%1 %n weeks before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeedbackText</name>
        <message numerus="yes">
            <source>%n given</source>
            <translation>
                <numerusform>%n given</numerusform>
                <numerusform>%n given</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeasureText</name>
        <message numerus="yes">
            <source>Biopsy %n day(s) before: strands may follow the needle.</source>
            <translation>
                <numerusform>Biopsy %n day before: strands may follow the needle.</numerusform>
                <numerusform>Biopsy %n days before: strands may follow the needle.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Measurements</name>
        <message numerus="yes">
            <source>%1, %n voxel(s)</source>
            <translation>
                <numerusform>%1, %n voxel</numerusform>
                <numerusform>%1, %n voxels</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message numerus="yes">
            <source>and %n more: in the program and in the export</source>
            <translation>
                <numerusform>and %n more: in the program and in the export</numerusform>
                <numerusform>and %n more: in the program and in the export</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::dashboard::ComparePage</name>
        <message numerus="yes">
            <source>Brier score %1, %n node(s).</source>
            <translation>
                <numerusform>Brier score %1, %n node.</numerusform>
                <numerusform>Brier score %1, %n nodes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::dashboard::GroupPage</name>
        <message numerus="yes">
            <source>%n reader(s)</source>
            <translation>
                <numerusform>%n reader</numerusform>
                <numerusform>%n readers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::dashboard::MissList</name>
        <message numerus="yes">
            <source>80 % or more from the reference, %n node(s)</source>
            <translation>
                <numerusform>80 % or more from the reference, %n node</numerusform>
                <numerusform>80 % or more from the reference, %n nodes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::dashboard::WeakConceptList</name>
        <message numerus="yes">
            <source>A concept is listed after %n node(s).</source>
            <translation>
                <numerusform>A concept is listed after %n node.</numerusform>
                <numerusform>A concept is listed after %n nodes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::library::CasesScreen</name>
        <message numerus="yes">
            <source>%1 of %n case(s)</source>
            <translation>
                <numerusform>%1 of %n case</numerusform>
                <numerusform>%1 of %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) on this computer.</source>
            <translation>
                <numerusform>%n case on this computer.</numerusform>
                <numerusform>%n cases on this computer.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::measure_screen::OutlineColumn</name>
        <message numerus="yes">
            <source>%n slice(s)</source>
            <translation>
                <numerusform>%n slice</numerusform>
                <numerusform>%n slices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::measure_screen::SeriesChooser</name>
        <message numerus="yes">
            <source>%n image(s)</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::CasesModel</name>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::CompareModel</name>
        <message numerus="yes">
            <source>better than %1 of %n reader(s)</source>
            <translation>
                <numerusform>better than %1 of %n reader</numerusform>
                <numerusform>better than %1 of %n readers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::DrillModel</name>
        <message numerus="yes">
            <source>%n node(s): %1 agree or are close, %2 over the time, %3 each.</source>
            <translation>
                <numerusform>%n node: %1 agree or are close, %2 over the time, %3 each.</numerusform>
                <numerusform>%n nodes: %1 agree or are close, %2 over the time, %3 each.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::ImportModel</name>
        <message numerus="yes">
            <source>%1 · %2 · %n image(s)</source>
            <translation>
                <numerusform>%1 · %2 · %n image</numerusform>
                <numerusform>%1 · %2 · %n images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) skipped.</source>
            <translation>
                <numerusform>%n file skipped.</numerusform>
                <numerusform>%n files skipped.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::PairModel</name>
        <message numerus="yes">
            <source>%1 of %n pair(s) so far</source>
            <translation>
                <numerusform>%1 of %n pair so far</numerusform>
                <numerusform>%1 of %n pairs so far</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::ProgressModel</name>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scored node(s)</source>
            <translation>
                <numerusform>%n scored node</numerusform>
                <numerusform>%n scored nodes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Read it together with the counts: %n node(s) so far.</source>
            <translation>
                <numerusform>Read it together with the counts: %n node so far.</numerusform>
                <numerusform>Read it together with the counts: %n nodes so far.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Above 60 % you are surer than you are right: %n node(s), %1 positive.</source>
            <translation>
                <numerusform>Above 60 % you are surer than you are right: %n node, %1 positive.</numerusform>
                <numerusform>Above 60 % you are surer than you are right: %n nodes, %1 positive.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Above 60 % you are righter than you are sure: %n node(s), %1 positive.</source>
            <translation>
                <numerusform>Above 60 % you are righter than you are sure: %n node, %1 positive.</numerusform>
                <numerusform>Above 60 % you are righter than you are sure: %n nodes, %1 positive.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Above 60 % you are about as sure as you are right: %n node(s), %1 positive.</source>
            <translation>
                <numerusform>Above 60 % you are about as sure as you are right: %n node, %1 positive.</numerusform>
                <numerusform>Above 60 % you are about as sure as you are right: %n nodes, %1 positive.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 called %2 %n time(s).</source>
            <translation>
                <numerusform>%1 called %2 %n time.</numerusform>
                <numerusform>%1 called %2 %n times.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::ReplayModel</name>
        <message numerus="yes">
            <source>Axial %1, %2 of it at the node; came back %n time(s); %3 of the volume never seen.</source>
            <translation>
                <numerusform>Axial %1, %2 of it at the node; came back %n time; %3 of the volume never seen.</numerusform>
                <numerusform>Axial %1, %2 of it at the node; came back %n times; %3 of the volume never seen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::TestModel</name>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::models::TodayModel</name>
        <message numerus="yes">
            <source>exam in %n day(s)</source>
            <translation>
                <numerusform>exam in %n day</numerusform>
                <numerusform>exam in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n node(s) this week</source>
            <translation>
                <numerusform>%n node this week</numerusform>
                <numerusform>%n nodes this week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n node(s) called and saved.</source>
            <translation>
                <numerusform>%n node called and saved.</numerusform>
                <numerusform>%n nodes called and saved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You stopped at image %1, %n minute(s) in.</source>
            <translation>
                <numerusform>You stopped at image %1, %n minute in.</numerusform>
                <numerusform>You stopped at image %1, %n minutes in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n case(s) done</source>
            <translation>
                <numerusform>%1 of %n case done</numerusform>
                <numerusform>%1 of %n cases done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n case(s) called. Feedback at the end.</source>
            <translation>
                <numerusform>%1 of %n case called. Feedback at the end.</numerusform>
                <numerusform>%1 of %n cases called. Feedback at the end.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your %n call(s) of today are made. More is yours to choose.</source>
            <translation>
                <numerusform>Your %n call of today are made. More is yours to choose.</numerusform>
                <numerusform>Your %n calls of today are made. More is yours to choose.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::practice::MeetingScreen</name>
        <message numerus="yes">
            <source>%n reader(s) called it. Look first.</source>
            <translation>
                <numerusform>%n reader called it. Look first.</numerusform>
                <numerusform>%n readers called it. Look first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::practice::TestResultScreen</name>
        <message numerus="yes">
            <source>The references are being opened: %1 of %n node(s) so far.</source>
            <translation>
                <numerusform>The references are being opened: %1 of %n node so far.</numerusform>
                <numerusform>The references are being opened: %1 of %n nodes so far.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Intervals are wide with %n node(s): read them together with your progress.</source>
            <translation>
                <numerusform>Intervals are wide with %n node: read them together with your progress.</numerusform>
                <numerusform>Intervals are wide with %n nodes: read them together with your progress.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::read::ReadScreen</name>
        <message numerus="yes">
            <source>%n node(s) called and saved.</source>
            <translation>
                <numerusform>%n node called and saved.</numerusform>
                <numerusform>%n nodes called and saved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::read::SeriesCard</name>
        <message numerus="yes">
            <source>%1 · %n image(s)</source>
            <extracomment>%1 is the slice spacing with its unit, %n the number of images.</extracomment>
            <translation>
                <numerusform>%1 · %n image</numerusform>
                <numerusform>%1 · %n images</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::shell::PracticeWays</name>
        <message numerus="yes">
            <source>%n line(s) taken up</source>
            <translation>
                <numerusform>%n line taken up</numerusform>
                <numerusform>%n lines taken up</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::shell::ReportWays</name>
        <message numerus="yes">
            <source>%1: %n row(s)</source>
            <translation>
                <numerusform>%1: %n row</numerusform>
                <numerusform>%1: %n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::shell::Workspace</name>
        <message numerus="yes">
            <source>%1: %n case(s)</source>
            <translation>
                <numerusform>%1: %n case</numerusform>
                <numerusform>%1: %n cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::today::SkillPanel</name>
        <message numerus="yes">
            <source>Brier skill, last %n node(s)</source>
            <translation>
                <numerusform>Brier skill, last %n node</numerusform>
                <numerusform>Brier skill, last %n nodes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::today::TodayPage</name>
        <message numerus="yes">
            <source>%n concept(s)</source>
            <translation>
                <numerusform>%n concept</numerusform>
                <numerusform>%n concepts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>nodewise::widgets::ChartView</name>
        <message numerus="yes">
            <source>You said %1 percent: %2 percent of %n node(s) turned out positive</source>
            <translation>
                <numerusform>You said %1 percent: %2 percent of %n node turned out positive</numerusform>
                <numerusform>You said %1 percent: %2 percent of %n nodes turned out positive</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reference %1, called %2: %n node(s)</source>
            <translation>
                <numerusform>Reference %1, called %2: %n node</numerusform>
                <numerusform>Reference %1, called %2: %n nodes</numerusform>
            </translation>
        </message>
    </context>
</TS>
