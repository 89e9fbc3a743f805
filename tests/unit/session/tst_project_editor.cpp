// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/create.h"
#include "session/file_plan.h"
#include "session/opened_project.h"
#include "session/project_editor.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <semaphore>

using namespace sluice;
using namespace sluice::session;
using domain::ParameterId;

namespace {

/// A pool of one thread that does nothing until it is let go.
class HeldPool {
public:
    HeldPool()
    {
        pool->run([gate = m_gate] { gate->acquire(); });
    }
    ~HeldPool() { release(); }
    HeldPool(const HeldPool &) = delete;
    HeldPool &operator=(const HeldPool &) = delete;
    void release()
    {
        if (!std::exchange(m_released, true))
            m_gate->release();
    }
    /// Lets it go and waits until nobody else has it: every piece of work has come home.
    [[nodiscard]] bool settle()
    {
        release();
        return QTest::qWaitFor([this] { return pool.use_count() == 1; });
    }
    std::shared_ptr<base::WorkerPool> pool = std::make_shared<base::WorkerPool>(1);

private:
    std::shared_ptr<std::binary_semaphore> m_gate = std::make_shared<std::binary_semaphore>(0);
    bool m_released = false;
};

struct Sample {
    QTemporaryDir folder;
    std::optional<OpenedProject> opened;
    Sample()
    {
        if (manifest::createProject(path(), {})) {
            if (auto found = readOpenedProject(path()))
                opened = std::move(*found);
        }
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("project")); }
    void openIn(ProjectEditor &editor) const
    {
        editor.setProject(std::make_shared<const manifest::Project>(opened->project), opened->parameters);
    }
};

int rowOf(const ProjectEditor &editor, ParameterId id)
{
    const auto &rows = editor.matrix().rows;
    return int(
        std::find_if(rows.begin(), rows.end(), [id](const domain::Parameter *p) { return p->id == id; })
        - rows.begin());
}

int columnOf(const ProjectEditor &editor, const char *name)
{
    const auto &columns = editor.matrix().columns;
    return int(std::find_if(columns.begin(), columns.end(),
                            [name](const MatrixColumn &c) { return c.name == QLatin1String(name); })
               - columns.begin());
}

const MatrixCell &cellOf(const ProjectEditor &editor, ParameterId id, const char *column)
{
    return editor.matrix().cell(rowOf(editor, id), columnOf(editor, column));
}

void type(ProjectEditor &editor, ParameterId id, const char *column, const char *text)
{
    editor.setValue(rowOf(editor, id), columnOf(editor, column), QString::fromLatin1(text));
}

/// What a cell says apart from the place in a file, which only the edited files can tell.
QString said(const MatrixCell &cell)
{
    return QStringLiteral("%1|%2|%3|%4|%5|%6")
        .arg(int(cell.source))
        .arg(cell.text, cell.savedText, cell.inheritedFrom)
        .arg(cell.unsaved)
        .arg(cell.clears);
}

} // namespace

class TestProjectEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTypedValueIsThereBeforeItsFilesAreWorkedOut()
    {
        const Sample sample;
        QVERIFY(sample.opened);
        HeldPool held;
        auto owned = std::make_unique<ProjectEditor>(held.pool);
        ProjectEditor &editor = *owned;
        sample.openIn(editor);
        QCOMPARE(cellOf(editor, ParameterId::MaxScale, "prod").text, QStringLiteral("20"));

        QSignalSpy changed(&editor, &EnvironmentEditor::matrixChanged);
        type(editor, ParameterId::MaxScale, "prod", "40");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cellOf(editor, ParameterId::MaxScale, "prod").text, QStringLiteral("40"));
        QVERIFY(cellOf(editor, ParameterId::MaxScale, "prod").unsaved);
        QCOMPARE(editor.matrix().columns[size_t(columnOf(editor, "prod"))].unsavedCells, 1);
        // What is wrong with a value alone or with its neighbours needs no files either.
        type(editor, ParameterId::MaxScale, "prod", "1");
        QVERIFY(cellOf(editor, ParameterId::MaxScale, "prod").invalid);
        editor.undo();
        QVERIFY(!cellOf(editor, ParameterId::MaxScale, "prod").invalid);
        QCOMPARE(changed.size(), 3);

        held.release();
        QTRY_COMPARE(changed.size(), 4);
        QCOMPARE(cellOf(editor, ParameterId::MaxScale, "prod").text, QStringLiteral("40"));
        QCOMPARE(cellOf(editor, ParameterId::MaxScale, "prod").file,
                 QStringLiteral("overlays/prod/service-scaling.yaml"));
        owned.reset();
        QVERIFY(held.settle());
    }

    // Ten edits while the worker is busy are one preview, of the last state.
    void onlyTheLastOfManyEditsIsWorkedOut()
    {
        const Sample sample;
        QVERIFY(sample.opened);
        HeldPool held;
        auto owned = std::make_unique<ProjectEditor>(held.pool);
        ProjectEditor &editor = *owned;
        sample.openIn(editor);
        QSignalSpy changed(&editor, &EnvironmentEditor::matrixChanged);
        for (int i = 21; i <= 30; ++i)
            type(editor, ParameterId::MaxScale, "prod", QByteArray::number(i).constData());
        QCOMPARE(changed.size(), 10);
        held.release();
        QTRY_COMPARE(changed.size(), 11);
        QCOMPARE(cellOf(editor, ParameterId::MaxScale, "prod").text, QStringLiteral("30"));
        owned.reset();
        QVERIFY(held.settle());
    }

    void aResultForAClosedProjectIsDropped()
    {
        const Sample sample;
        QVERIFY(sample.opened);
        HeldPool held;
        auto editor = std::make_unique<ProjectEditor>(held.pool);
        sample.openIn(*editor);
        type(*editor, ParameterId::MaxScale, "prod", "40");
        editor->setProject(nullptr, {});
        QVERIFY(editor->matrix().cells.empty());
        QSignalSpy changed(editor.get(), &EnvironmentEditor::matrixChanged);
        sample.openIn(*editor);
        type(*editor, ParameterId::MinScale, "prod", "3");
        held.release();
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(cellOf(*editor, ParameterId::MaxScale, "prod").text, QStringLiteral("20"));
        QCOMPARE(cellOf(*editor, ParameterId::MinScale, "prod").text, QStringLiteral("3"));
        // Nor does one that arrives after the editor's end touch it.
        type(*editor, ParameterId::MinScale, "prod", "4");
        editor.reset();
        QVERIFY(held.settle());
    }

    // What is shown at once is what the edited files say later.
    void theMatrixAtOnceIsTheMatrixOfTheFiles_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value"); ///< null clears
        QTest::addColumn<int>("parameter");
        const std::vector<std::pair<ParameterId, const char *>> edits{
            {ParameterId::MinScale, "1"}, {ParameterId::MaxScale, "40"}, {ParameterId::Target, "70"}};
        for (const char *column : {"base", "dev", "staging", "prod"}) {
            for (const auto &[id, text] : edits) {
                const QByteArray name = QByteArray(column) + ' ' + QByteArray::number(int(id));
                QTest::newRow((name + " set").constData())
                    << QString::fromLatin1(column) << QString::fromLatin1(text) << int(id);
                QTest::newRow((name + " cleared").constData())
                    << QString::fromLatin1(column) << QString() << int(id);
            }
        }
    }
    void theMatrixAtOnceIsTheMatrixOfTheFiles()
    {
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(int, parameter);
        const Sample sample;
        QVERIFY(sample.opened);
        HeldPool held;
        auto waiting = std::make_unique<ProjectEditor>(held.pool);
        ProjectEditor inPlace;
        for (ProjectEditor *editor : {waiting.get(), &inPlace}) {
            sample.openIn(*editor);
            const QByteArray name = column.toLatin1();
            const int row = rowOf(*editor, ParameterId(parameter));
            // Something of the base to inherit, and a value of the column's own.
            type(*editor, ParameterId(parameter), "base", "2");
            if (value.isNull())
                editor->clearValue(row, columnOf(*editor, name.constData()));
            else
                editor->setValue(row, columnOf(*editor, name.constData()), value);
        }
        const std::vector<MatrixCell> atOnce = waiting->matrix().cells;
        waiting.reset();
        QVERIFY(held.settle());
        QCOMPARE(atOnce.size(), inPlace.matrix().cells.size());
        for (size_t i = 0; i < atOnce.size(); ++i)
            QCOMPARE(said(atOnce[i]), said(inPlace.matrix().cells[i]));
    }

    void aFilePlanIsTheEditedProject()
    {
        const Sample sample;
        QVERIFY(sample.opened);
        ProjectEditor editor;
        sample.openIn(editor);
        type(editor, ParameterId::MaxScale, "prod", "40");
        type(editor, ParameterId::MaxScale, "dev", "9");
        const auto plan = planFiles(sample.opened->project, editor.edits(QStringLiteral("prod")));
        QVERIFY(plan);
        QCOMPARE(plan->diffs.size(), size_t(1)); // dev's edit is no part of it
        QCOMPARE(plan->diffs[0].file, QStringLiteral("overlays/prod/service-scaling.yaml"));
        QCOMPARE(plan->diffs[0].added, 1);
        QCOMPARE(plan->project.bytes(plan->edits[0].file), plan->edits[0].after);
        const auto nothing = planFiles(sample.opened->project, {});
        QVERIFY(nothing && nothing->edits.empty());
    }

    void faultsOfTheFilesComeWithTheProject()
    {
        const Sample sample;
        QVERIFY(sample.opened);
        QVERIFY(sample.opened->findings.empty());
        QFile file(sample.path() + QStringLiteral("/overlays/prod/kustomization.yaml"));
        QVERIFY(file.open(QIODevice::Append) && file.write("nonsense: true\n") > 0);
        file.close();
        const auto again = readOpenedProject(sample.path());
        QVERIFY(again);
        QCOMPARE(again->findings.size(), size_t(1));
        QCOMPARE(again->findings[0].file, QStringLiteral("overlays/prod/kustomization.yaml"));
        QVERIFY(again->findings[0].line > 0);
    }
};

QTEST_GUILESS_MAIN(TestProjectEditor)
#include "tst_project_editor.moc"
