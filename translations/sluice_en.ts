<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n object(s) to send</source>
        <translation>
            <numerusform>%n object to send</numerusform>
            <numerusform>%n objects to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced</source>
        <translation>
            <numerusform>%n silenced</numerusform>
            <numerusform>%n silenced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be fixed with --fix</source>
        <translation>
            <numerusform>%n can be fixed with --fix</numerusform>
            <numerusform>%n can be fixed with --fix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new revision(s)</source>
        <translation>
            <numerusform>%n new revision</numerusform>
            <numerusform>%n new revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message numerus="yes">
        <source>5. %n picture(s) in %1</source>
        <translation>
            <numerusform>5. %n picture in %1</numerusform>
            <numerusform>5. %n pictures in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::CellInspector</name>
    <message numerus="yes">
        <source>pod(s)</source>
        <translation>
            <numerusform>pod</numerusform>
            <numerusform>pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s)</source>
        <translation>
            <numerusform>request</numerusform>
            <numerusform>requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::EnvironmentsPage</name>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n environment</numerusform>
            <numerusform>%n environments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot stand</source>
        <translation>
            <numerusform>%n value cannot stand</numerusform>
            <numerusform>%n values cannot stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s) differ.</source>
        <translation>
            <numerusform>%n parameter differs.</numerusform>
            <numerusform>%n parameters differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n unsaved change(s)</source>
        <translation>
            <numerusform> · %n unsaved change</numerusform>
            <numerusform> · %n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n unsaved change(s)</source>
        <translation>
            <numerusform>%1: %n unsaved change</numerusform>
            <numerusform>%1: %n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FileTree</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FindingDetails</name>
    <message numerus="yes">
        <source>Fix all %n…</source>
        <translation>
            <numerusform>Fix %n…</numerusform>
            <numerusform>Fix all %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FixDialog</name>
    <message numerus="yes">
        <source>Change %n file(s)</source>
        <translation>
            <numerusform>Change %n file</numerusform>
            <numerusform>Change %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::LogsPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::MainWindow</name>
    <message numerus="yes">
        <source>%1: %n value(s) edited</source>
        <translation>
            <numerusform>%1: %n value edited</numerusform>
            <numerusform>%1: %n values edited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::ManifestsPage</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fixes of %n finding(s), as far as they do not touch the same lines</source>
        <translation>
            <numerusform>Fix of %n finding</numerusform>
            <numerusform>Fixes of %n findings, as far as they do not touch the same lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixHeader</name>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%n invalid</numerusform>
            <numerusform>%n invalid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n drifted</numerusform>
            <numerusform>%n drifted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixWords</name>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>%n parameter</numerusform>
            <numerusform>%n parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from the cluster</source>
        <translation>
            <numerusform>%n value differs from the cluster</numerusform>
            <numerusform>%n values differ from the cluster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid value(s)</source>
        <translation>
            <numerusform>%n invalid value</numerusform>
            <numerusform>%n invalid values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewPage</name>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Service(s)</source>
        <translation>
            <numerusform>%n Service</numerusform>
            <numerusform>%n Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n environment</numerusform>
            <numerusform>%n environments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewWords</name>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n unsaved</numerusform>
            <numerusform>%n unsaved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n drifted</numerusform>
            <numerusform>%n drifted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanDecisions</name>
    <message numerus="yes">
        <source>and %n more, see Objects</source>
        <translation>
            <numerusform>and %n more, see Objects</numerusform>
            <numerusform>and %n more, see Objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this plan belong to %1</source>
        <translation>
            <numerusform>%n field of this plan belongs to %1</numerusform>
            <numerusform>%n fields of this plan belong to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this plan belong to other managers</source>
        <translation>
            <numerusform>%n field of this plan belongs to other managers</numerusform>
            <numerusform>%n fields of this plan belong to other managers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) cleared in the files would stay on the cluster</source>
        <translation>
            <numerusform>%n key cleared in the files would stay on the cluster</numerusform>
            <numerusform>%n keys cleared in the files would stay on the cluster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanObjectsWords</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::RailItem</name>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problem</numerusform>
            <numerusform>%1, %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::StartPage</name>
    <message numerus="yes">
        <source>%n context(s) found in your kubeconfig</source>
        <translation>
            <numerusform>%n context found in your kubeconfig</numerusform>
            <numerusform>%n contexts found in your kubeconfig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::StatusStrip</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::UnsavedDialog</name>
    <message numerus="yes">
        <source>%n change(s) are not saved</source>
        <translation>
            <numerusform>%n change is not saved</numerusform>
            <numerusform>%n changes are not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::WaitingCard</name>
    <message numerus="yes">
        <source>Apply or discard %n change(s) of %1</source>
        <translation>
            <numerusform>Apply or discard %n change of %1</numerusform>
            <numerusform>Apply or discard %n changes of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of %1 differ from the files</source>
        <translation>
            <numerusform>%n value of %1 differs from the files</numerusform>
            <numerusform>%n values of %1 differ from the files</numerusform>
        </translation>
    </message>
</context>
</TS>
