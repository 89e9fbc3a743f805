// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where the compiler has none: every file of the corpus, then mutations of them from a
// fixed seed, so that each run is the same.
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <cstdint>
#include <cstdio>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr int mutationsPerFile = 200;

void run(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()),
                           std::size_t(input.size()));
}

QByteArray mutated(QByteArray input, const std::vector<QByteArray> &corpus, std::mt19937 &random)
{
    const auto below = [&](qsizetype bound) {
        return bound <= 0 ? 0 : qsizetype(random() % std::uint32_t(bound));
    };
    for (qsizetype steps = 1 + below(4); steps > 0; --steps) {
        const qsizetype at = below(input.size());
        switch (random() % 6) {
        case 0:
            if (!input.isEmpty())
                input[at] = char(random() & 0xFFU);
            break;
        case 1:
            input.remove(at, 1 + below(8));
            break;
        case 2:
            input.insert(at, "\n \t:-#&*!|>{}[],?'\"%@`<~\xC3\r"[below(26)]);
            break;
        case 3:
            input.insert(at, input.mid(below(input.size()), below(40)));
            break;
        case 4: {
            const QByteArray &other = corpus[std::size_t(below(qsizetype(corpus.size())))];
            input = input.left(at) + other.mid(below(other.size()));
            break;
        }
        default:
            input.truncate(at);
            break;
        }
    }
    return input;
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<QByteArray> corpus;
    for (int i = 1; i < argc; ++i) {
        const QDir folder(QString::fromLocal8Bit(argv[i]));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                corpus.push_back(file.readAll());
        }
    }
    if (corpus.empty()) {
        std::fprintf(stderr, "no corpus\n");
        return 2;
    }
    std::mt19937 random(20260101); // the same series each time
    std::size_t runs = 0;
    for (const QByteArray &input : corpus) {
        run(input);
        for (int i = 0; i < mutationsPerFile; ++i, ++runs)
            run(mutated(input, corpus, random));
    }
    std::printf("%zu inputs and %zu mutations\n", corpus.size(), runs);
    return 0;
}
