#pragma once

#include <future>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "cli/run.h"
#include "territory/plan.h"
#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::cli {

inline constexpr int kDone = 0;
inline constexpr int kAnswerIsNo = 1;
inline constexpr int kInputIsWrong = 2;
inline constexpr int kProgramFailed = 3;

// What every command has: where it speaks, in which language, and for whom.
class Session {
 public:
  explicit Session(const Streams& streams) : streams_(streams) {}

  std::optional<territory::Language> asked_language;  // --lang
  bool json = false;                                  // --json: answers for machines

  [[nodiscard]] std::ostream& out() const { return streams_.out; }
  [[nodiscard]] std::ostream& error() const { return streams_.error; }
  [[nodiscard]] bool error_is_terminal() const { return streams_.error_is_terminal; }
  // --lang, else the territory's, once one is read; English before.
  [[nodiscard]] territory::Language language() const {
    return asked_language.value_or(territory_language_);
  }

  // Errors and warnings, one a line, on standard error; under --json errors go to standard output
  // as
  // {"problems": [...]}.
  void report(const territory::Problems& problems);
  // One sentence on standard error behind "bocage: " (under --json as above); returns `status`.
  [[nodiscard]] int refuse(int status, const std::string& sentence);

  // Prints what was gathered under --json, once: {"problems": [...]} on standard output.
  void finish();

  // Whether a folder is a cooperation's. A territory that only holds some is none to work on: they
  // are named.
  [[nodiscard]] bool is_about_one(const std::string& path);
  // The territory in a folder, a JSON file or standard input, or a plan; problems are reported.
  // Nothing where it is not about one.
  [[nodiscard]] std::optional<territory::Territory> load_territory(const std::string& path);
  // Whether it is about one or not.
  [[nodiscard]] std::optional<territory::Territory> load_whole(const std::string& path);
  struct LoadedPlan {
    territory::Plan plan;
    std::string sha256;  // of its bytes
  };
  [[nodiscard]] std::optional<LoadedPlan> load_plan(const std::string& path);
  // Begins to read a plan that will be asked for, beside whatever is read before it. Not where
  // there is none, nor from standard input, which somebody else may be reading.
  void expect_plan(const std::string& path);
  // The same in two steps, for what may be a plan or something else: "-" can be read only once.
  [[nodiscard]] std::optional<std::string> load_bytes(const std::string& path);
  [[nodiscard]] std::optional<LoadedPlan> plan_in(const std::string& bytes,
                                                  const std::string& path);

 private:
  // What a file held, and what it came to; problems are told once it is asked for.
  struct ReadPlan {
    base::Result<std::string, territory::Problem> bytes;
    std::optional<base::Result<territory::Plan, territory::Problems>> plan;
    std::string sha256;
  };
  static ReadPlan read_plan(const std::string& path);

  Streams streams_;
  std::map<std::string, std::future<ReadPlan>> expected_;  // by path
  std::string gathered_;                                   // JSON objects, by comma
  territory::Language territory_language_ = territory::Language::kEnglish;
};

}  // namespace bocage::cli
