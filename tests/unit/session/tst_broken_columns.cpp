// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/create.h"
#include "manifest/file_set.h"
#include "session/file_plan.h"
#include "session/project_editor.h"

#include <QTest>

using namespace sluice;
using namespace sluice::session;
using domain::ParameterId;

namespace {

std::shared_ptr<const manifest::Project> project(const QString &file = {}, const QByteArray &from = {},
                                                 const QByteArray &to = {})
{
    const auto made = manifest::projectFiles({});
    if (!made)
        qFatal("%s", qPrintable(base::debugText(made.error())));
    std::map<QString, QByteArray> files;
    for (const manifest::NewFile &each : *made)
        files[each.file] = each.bytes;
    if (!file.isEmpty()) {
        if (!files[file].contains(from))
            qFatal("no such text");
        files[file].replace(from, to);
    }
    auto read = manifest::readProject(QStringLiteral("/project"), manifest::FileSet::make(files));
    if (!read)
        qFatal("%s", qPrintable(base::debugText(read.error())));
    return std::make_shared<const manifest::Project>(std::move(*read));
}

const QString overlay = QStringLiteral("overlays/staging/kustomization.yaml");

/// Opens \a opened in \a editor, or reads it again there.
void show(ProjectEditor &editor, const std::shared_ptr<const manifest::Project> &opened)
{
    auto table = manifest::parameterTable(*opened);
    editor.setProject(opened,
                      table ? std::optional(std::move(*table)) : std::optional<manifest::ParameterTable>());
}

int rowOf(const Matrix &matrix, ParameterId id)
{
    int row = 0;
    while (matrix.rows[size_t(row)]->id != id)
        ++row;
    return row;
}
int columnOf(const Matrix &matrix, const char *name)
{
    int column = 0;
    while (matrix.columns[size_t(column)].name != QLatin1String(name))
        ++column;
    return column;
}
const MatrixCell &cell(const ProjectEditor &editor, const char *column,
                       ParameterId id = ParameterId::MaxScale)
{
    const Matrix &matrix = editor.matrix();
    return matrix.cell(rowOf(matrix, id), columnOf(matrix, column));
}
void set(ProjectEditor &editor, const char *column, const char *text)
{
    const Matrix &matrix = editor.matrix();
    editor.setValue(rowOf(matrix, ParameterId::MaxScale), columnOf(matrix, column),
                    QString::fromLatin1(text));
}

} // namespace

/// One environment whose files are broken, in the matrix: said there, and nowhere else in the way.
class TestBrokenColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatAndWhere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("place");
        QTest::newRow("missing base")
            << overlay << QByteArray("../../base") << QByteArray("../../bas")
            << QStringLiteral("manifest.missing-file") << overlay + QStringLiteral(":5");
        QTest::newRow("missing patch")
            << overlay << QByteArray("path: service-scaling.yaml") << QByteArray("path: gone.yaml")
            << QStringLiteral("manifest.missing-file") << overlay + QStringLiteral(":7");
        QTest::newRow("malformed") << overlay << QByteArray("patches:\n") << QByteArray("patches: [\n")
                                   << QStringLiteral("yaml.syntax") << overlay + QStringLiteral(":7");
    }
    void saysWhatAndWhere()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, reason);
        QFETCH(QString, place);
        ProjectEditor editor;
        show(editor, project(file, from, to));
        const MatrixCell &broken = cell(editor, "staging");
        QVERIFY(broken.readOnlyReason);
        QCOMPARE(broken.readOnlyReason->id, reason);
        QCOMPARE(QStringLiteral("%1:%2").arg(broken.file).arg(broken.line), place);
        QCOMPARE(broken.source, MatrixCell::Source::Absent);
        QVERIFY(broken.text.isEmpty()); // not the cluster's default, which would be a guess
        const MatrixColumn &column = editor.matrix().columns[size_t(columnOf(editor.matrix(), "staging"))];
        QCOMPARE(column.health, Health::Failed);
        QCOMPARE(column.healthWords.arguments, QStringList{place});
        QVERIFY(!cell(editor, "prod").readOnlyReason);
        QCOMPARE(cell(editor, "prod").text, QStringLiteral("20"));
    }

    void whatIsNotKnownHasNotDrifted()
    {
        ProjectEditor editor;
        show(editor, project(overlay, "../../base", "../../bas"));
        editor.setLive(QStringLiteral("staging"), LiveValue::State::Known,
                       {{QStringLiteral("autoscaling.knative.dev/max-scale"), QStringLiteral("7")}},
                       Health::Ok, {});
        for (const MatrixColumn &column : editor.matrix().columns)
            QCOMPARE(column.driftedCells, 0);
    }

    void theOthersCanBeEditedAndSaved()
    {
        ProjectEditor editor;
        show(editor, project());
        set(editor, "staging", "12");
        show(editor, project(overlay, "../../base", "../../bas"));
        set(editor, "prod", "40");
        QCOMPARE(cell(editor, "prod").text, QStringLiteral("40"));
        QVERIFY(!cell(editor, "prod").invalid);
        const auto edits = planFiles(*editor.project(), editor.edits(QStringLiteral("prod")));
        QVERIFY2(edits, edits ? "" : qPrintable(base::debugText(edits.error())));
        QCOMPARE(edits->edits.size(), size_t(1));
        QCOMPARE(edits->edits.front().file, QStringLiteral("overlays/prod/service-scaling.yaml"));
        // The broken one can neither be edited nor saved, and says why.
        set(editor, "staging", "13");
        QCOMPARE(cell(editor, "staging").text, QStringLiteral("12"));
        QVERIFY(!planFiles(*editor.project(), editor.edits(QStringLiteral("staging"))));
    }

    void unsavedWorkSurvivesTheFault()
    {
        ProjectEditor editor;
        show(editor, project());
        set(editor, "staging", "12");
        const int row = rowOf(editor.matrix(), ParameterId::MinScale);
        editor.clearValue(row, columnOf(editor.matrix(), "staging"));
        const auto before = editor.changes();
        QCOMPARE(before.size(), size_t(2));
        show(editor, project(overlay, "../../base", "../../bas"));
        QCOMPARE(editor.changes().size(), size_t(2));
        // Also what comes back from the journal while the files are broken.
        ProjectEditor restored;
        show(restored, project(overlay, "../../base", "../../bas"));
        restored.restoreDraft(before);
        QCOMPARE(restored.changes().size(), size_t(2));
        for (ProjectEditor *each : {&editor, &restored}) {
            show(*each, project());
            QCOMPARE(each->changes(), before);
            QVERIFY(cell(*each, "staging", ParameterId::MinScale).clears);
        }
    }
};

QTEST_GUILESS_MAIN(TestBrokenColumns)
#include "tst_broken_columns.moc"
