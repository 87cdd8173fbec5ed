#include "pack_command.h"
#include "archive/zip_reader.h"
#include "casepack/pack_writer.h"
#include "casepack/truth.h"
#include "command.h"
#include "serial/file_io.h"
#include "temporary_folder.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

namespace nodewise::cli {
namespace {

namespace fs = std::filesystem;
using serial::Json;
using serial::pathOf;

struct Options {
    std::string input, out, key, label, trust;
    bool truth = false;
};
using OptionsPtr = std::shared_ptr<Options>;

std::string summaryText(const casepack::PackInfo& info) {
    std::string text = info.title + " " + info.version + "\n";
    text += "  trust: " + std::string(casepack::word(info.trust)) + "\n";
    for (const casepack::Signer& signer : info.signers)
        text += "  key " + signer.keyId + ": " + signer.fingerprint + "\n";
    return text;
}

Result<casepack::PackPtr> open(const Options& options, const TemporaryFolder& work,
                               JobControl& job) {
    return casepack::openPack(pathOf(options.input), work.path(), pathOf(options.trust), job);
}

Result<Answer> build(const Options& options, const Common& common, JobControl& job) {
    const auto built =
        casepack::buildPack(pathOf(options.input), pathOf(options.out), job, common.jobs);
    if (!built)
        return fail(built.error());
    Answer answer;
    answer.object = packSummary(built->info, built->cases.size());
    answer.object.set("out", options.out);
    answer.object.set("remarks", Json::arrayOf(built->remarks));
    answer.text = options.out + ": " + std::to_string(built->cases.size()) + " cases\n";
    for (const std::string& remark : built->remarks)
        answer.text += "  " + remark + "\n";
    return answer;
}

/// `--truth` makes the truth of every case as well: slower, and what a commit will do.
Result<Answer> verify(const Options& options, const Common& common, JobControl& job) {
    const TemporaryFolder work;
    const auto pack = open(options, work, job);
    if (!pack)
        return fail(pack.error());
    if (options.truth)
        for (const casepack::CaseRecord& record : (*pack)->cases())
            if (const auto truth = casepack::openCaseTruth(**pack, record.id, job, common.jobs);
                !truth)
                return fail(truth.error());
    const casepack::PackInfo& info = (*pack)->info();
    return Answer{packSummary(info, (*pack)->cases().size()),
                  "every hash and every schema fits\n" + summaryText(info)};
}

void addGrades(Json& nodes, const CaseTruth& truth) {
    Json graded = Json::array();
    for (const Json& node : nodes.elements()) {
        Json one = node;
        for (const NodeTruth& known : truth.nodes)
            if (known.id.value == node.find("id")->string())
                one.set("grade", gradeNumber(known.grade)).set("pene", word(known.pene));
        graded.push(std::move(one));
    }
    nodes = std::move(graded);
}

Json nodesOf(const casepack::CaseRecord& record) {
    Json nodes = Json::array();
    for (const casepack::NodeQuestion& node : record.nodes)
        nodes.push(Json::object()
                       .set("id", node.id.value)
                       .set("side", word(node.side))
                       .set("level", word(node.level)));
    return nodes;
}

Result<Answer> list(const Options& options, const Common& common, JobControl& job) {
    const TemporaryFolder work;
    const auto pack = open(options, work, job);
    if (!pack)
        return fail(pack.error());
    Json cases = Json::array();
    std::string text;
    for (const casepack::CaseRecord& record : (*pack)->cases()) {
        Json nodes = nodesOf(record);
        if (options.truth) {
            const auto truth = casepack::openCaseTruth(**pack, record.id, job, common.jobs);
            if (!truth)
                return fail(truth.error());
            addGrades(nodes, truth->truth);
        }
        text += record.id.value + "  " + record.title + "  (" +
                std::to_string(record.nodes.size()) + ")\n";
        cases.push(Json::object()
                       .set("id", record.id.value)
                       .set("title", record.title)
                       .set("site", word(record.history.site))
                       .set("difficulty", record.difficulty)
                       .set("truth_kind", word(record.truthKind))
                       .set("nodes", std::move(nodes)));
    }
    Json object = packSummary((*pack)->info(), (*pack)->cases().size());
    object.set("cases", std::move(cases));
    return Answer{std::move(object), options.truth ? std::string() : text};
}

Result<Answer> sign(const Options& options, const Common&, JobControl& job) {
    const auto key = archive::readKeyFile(pathOf(options.key));
    if (!key)
        return fail(key.error());
    const std::string& out = options.out.empty() ? options.input : options.out;
    const TemporaryFolder work;
    const auto signer =
        casepack::signPack(pathOf(options.input), *key, pathOf(out), work.path(), job);
    if (!signer)
        return fail(signer.error());
    return Answer{Json::object()
                      .set("out", out)
                      .set("key", signer->keyId)
                      .set("fingerprint", signer->fingerprint),
                  out + ": signed by " + signer->keyId + "\n"};
}

Result<Answer> makeKey(const Options& options) {
    const archive::KeyPair key = archive::generateKey(options.label);
    if (const auto written = archive::writeKeyFile(pathOf(options.out), key); !written)
        return fail(written.error());
    const std::string id = archive::keyId(key.publicKey);
    const std::string print = archive::fingerprint(key.publicKey);
    return Answer{Json::object()
                      .set("out", options.out)
                      .set("key", id)
                      .set("fingerprint", print)
                      .set("public_key", archive::publicKeyText(key.publicKey)),
                  "key " + id + "\n" + print + "\nKeep " + options.out +
                      " to yourself; give others the fingerprint.\n"};
}

Result<Answer> extract(const Options& options, const Common&, JobControl& job) {
    const TemporaryFolder work;
    const auto pack = open(options, work, job);
    if (!pack)
        return fail(pack.error());
    const auto done = archive::extractZip(pathOf(options.input), pathOf(options.out), {}, job);
    if (!done)
        return fail(done.error());
    Json object = packSummary((*pack)->info(), (*pack)->cases().size());
    return Answer{std::move(object.set("out", options.out)),
                  options.out + ": " + std::to_string((*pack)->cases().size()) + " cases\n"};
}

/// A subcommand of `pack` that works on one input.
CLI::App& addPart(Program& program, CLI::App& pack, const OptionsPtr& options, const char* name,
                  const char* help,
                  Result<Answer> (*run)(const Options&, const Common&, JobControl&)) {
    CLI::App& part =
        program.add(pack, name, help, [options, run](const Common& common, JobControl& job) {
            return run(*options, common, job);
        });
    part.add_option("input", options->input, "The pack (.nwpack), or the folder to build from")
        ->required();
    return part;
}

}  // namespace

Json packSummary(const casepack::PackInfo& info, std::size_t cases) {
    Json authors = Json::array(), signers = Json::array();
    for (const casepack::Author& author : info.authors)
        authors.push(author.name);
    for (const casepack::Signer& signer : info.signers)
        signers.push(
            Json::object().set("key", signer.keyId).set("fingerprint", signer.fingerprint));
    Json object = Json::object();
    object.set("id", info.id.value).set("title", info.title).set("version", info.version);
    object.set("format_version", info.formatVersion).set("licence", info.licence);
    object.set("authors", std::move(authors)).set("languages", Json::arrayOf(info.languages));
    object.set("trust", casepack::word(info.trust)).set("signers", std::move(signers));
    object.set("manifest_sha256", info.manifestHash).set("case_count", cases);
    return object;
}

void addPack(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& pack = program.add("pack", "Builds, checks and signs case packs", {});
    // One of its subcommands is required; its own callback would come last and replace theirs.
    pack.callback({});
    pack.require_subcommand(1);
    addPart(program, pack, options, "build", "Builds a pack from an author's folder", build)
        .add_option("--out", options->out, "The pack to write")
        ->required();
    for (auto* part : {&addPart(program, pack, options, "verify",
                                "Checks hashes, schemas and signatures", verify),
                       &addPart(program, pack, options, "list", "Lists the cases", list)}) {
        part->add_flag("--truth", options->truth, "Also make the truth of each case");
        part->add_option("--trust", options->trust, "File of known keys; a new key is pinned");
    }
    CLI::App& signing = addPart(program, pack, options, "sign", "Adds a signature", sign);
    signing.add_option("--key", options->key, "Key file of `keygen`")->required();
    signing.add_option("--out", options->out, "The signed pack; in place when absent");
    addPart(program, pack, options, "extract", "Checks a pack and unpacks it", extract)
        .add_option("--out", options->out, "A new folder")
        ->required();
    addPackAuthoring(program, pack);
    CLI::App& keys =
        program.add(pack, "keygen", "Makes a key to sign with",
                    [options](const Common&, JobControl&) { return makeKey(*options); });
    keys.add_option("--out", options->out, "The key file")->required();
    keys.add_option("--label", options->label, "Whose key it is");
}

}  // namespace nodewise::cli
