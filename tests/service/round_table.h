#pragma once

#include <gmock/gmock.h>

#include <fstream>
#include <functional>
#include <sstream>

#include "places.h"
#include "service/acts.h"

// A meeting about S1's van that lies in memory: acts are done as on a folder, and after each the
// folder must still be readable.
namespace bocage::service::testing {

inline Files files_of_example(const std::string& name) {
  Files files;
  for (auto const& entry :
       std::filesystem::directory_iterator(tests::source_folder() / "examples" / "forms" / name)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    files[entry.path().filename().string()] = bytes.str();
  }
  return files;
}

class RoundTable {
 public:
  explicit RoundTable(Files files = files_of_example("s1-van")) : files_(std::move(files)) {}

  // Why not; empty where it was done.
  std::optional<Trouble> act(const std::function<Outcome(const Meeting&)>& act) {
    auto const done = act(meeting());
    if (!done) {
      return done.failure();
    }
    for (auto const& [name, bytes] : done->changed) {
      files_[name] = bytes;
    }
    EXPECT_TRUE(read_meeting(files_)) << "the folder cannot be read any more";
    return std::nullopt;
  }
  std::optional<Trouble> step(territory::StepKind kind, const std::string& stakeholder = "",
                              std::optional<territory::Answer> answer = std::nullopt) {
    territory::Step step;
    step.kind = kind;
    step.cycle = "w1";
    step.stakeholder = stakeholder;
    step.answer = answer;
    step.at = base::Moment{++minute_};
    return act([&](const Meeting& meeting) { return take_step(meeting, step, plan_here); });
  }
  std::optional<Trouble> says(territory::StatedPosition position) {
    position.saying.at = base::Moment{++minute_};
    return act([&](const Meeting& meeting) { return note_position(meeting, position); });
  }
  std::optional<Trouble> decides(territory::DecisionStep step) {
    step.at = base::Moment{++minute_};
    return act([&](const Meeting& meeting) { return take_decision_step(meeting, step); });
  }
  std::optional<Trouble> answers_decision(territory::StatedPosition position) {
    position.saying.at = base::Moment{++minute_};
    return act([&](const Meeting& meeting) { return note_decision_answer(meeting, position); });
  }
  // A cycle whose first plan everybody is asked about.
  void ask() {
    for (auto const kind : {territory::StepKind::kOpen, territory::StepKind::kClarify,
                            territory::StepKind::kReact, territory::StepKind::kPropose}) {
      EXPECT_FALSE(step(kind));
    }
  }
  [[nodiscard]] Meeting meeting() const {
    auto read = read_meeting(files_);
    EXPECT_TRUE(read);
    return std::move(read).value();
  }
  [[nodiscard]] base::Moment now() const { return base::Moment{minute_}; }
  [[nodiscard]] const Files& files() const { return files_; }
  void put(const std::string& name, const std::string& bytes) { files_[name] = bytes; }

 private:
  Files files_;
  std::int64_t minute_ = 20'000LL * 24 * 60;
};

inline std::optional<territory::RefusalCode> why(const std::optional<Trouble>& trouble) {
  return trouble && trouble->refusal ? std::optional(trouble->refusal->code) : std::nullopt;
}

// The tables were what was wrong with it.
inline bool is_problem(const std::optional<Trouble>& trouble) {
  return trouble && !trouble->problems.list.empty();
}

inline territory::StatedPosition position(const std::string& who,
                                          territory::PositionAnswer answer) {
  territory::StatedPosition position;
  position.stakeholder = who;
  position.answer = answer;
  if (answer == territory::PositionAnswer::kObjection) {
    position.kind = territory::ObjectionKind::kLimits;
    position.argument = "we cannot";
  }
  return position;
}

inline std::vector<std::string> everybody() {
  return {"commune",    "recyclerie",
          "menuiserie", "banque_alimentaire",
          "maraicher",  "entraide_demenagement",
          "theatre"};
}

}  // namespace bocage::service::testing
