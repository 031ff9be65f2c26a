#include "agree/answer.h"
#include "exchange/proceedings/agreement.h"
#include "exchange/proceedings/proceedings.h"
#include "exchange/toml_text.h"
#include "service/acts.h"
#include "service/table_changes.h"

namespace bocage::service {
namespace {

using territory::DecisionKind;
using territory::DecisionStepKind;
using territory::Refusal;
using territory::RefusalCode;

Outcome with_row(const Meeting& meeting, const std::string& file, const exchange::NamedCells& row,
                 Files files = {}) {
  auto rows = with_rows(meeting.files, file, {row});
  if (!rows) {
    return rows.failure();
  }
  return Done{merged(std::move(files), *rows), true};
}

// A list as TOML wants it, from "minimum, fair".
std::string toml_list(const std::string& text) {
  std::string list = "[";
  std::string item;
  for (char const c : text + ",") {
    if (c == ',') {
      list += item.empty() ? "" : (list.size() > 1 ? ", " : "") + exchange::toml_text(item);
      item.clear();
    } else if (c != ' ') {
      item += c;
    }
  }
  return list + "]";
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
}

// What an adopted decision changes in the folder.
Outcome carried_out(const Meeting& meeting, const agree::DecisionPosition& decision) {
  std::string const agreement_file(exchange::kAgreementFile);
  auto const agreement = meeting.files.find(agreement_file);
  std::string const agreed = agreement == meeting.files.end()
                                 ? exchange::agreement_text(meeting.matter.agreement)
                                 : agreement->second;
  auto const settings = meeting.files.find("territory.toml");
  std::string const toml = settings == meeting.files.end() ? "" : settings->second;
  Files files;
  switch (decision.kind) {
    case DecisionKind::kRule:
      files["territory.toml"] =
          exchange::with_setting(toml, "rule", exchange::toml_text(decision.value));
      break;
    case DecisionKind::kOrder:
      files["territory.toml"] = exchange::with_setting(toml, "order", toml_list(decision.value));
      break;
    case DecisionKind::kDeadline:
      files[agreement_file] = exchange::with_setting(agreed, "silence_days", decision.value);
      break;
    case DecisionKind::kAgreement:
      files[agreement_file] = exchange::with_setting(
          agreed, decision.setting,
          is_number(decision.value) ? decision.value : exchange::toml_text(decision.value));
      break;
    case DecisionKind::kFacilitator:
      files[agreement_file] = exchange::with_setting(agreed, "facilitator", "\"\"");
      break;
    case DecisionKind::kExclusion: {
      agree::TableChanges bans;
      bans.bans.push_back({decision.value, "*", "excluded"});
      bans.bans.push_back({"*", decision.value, "excluded"});
      auto changed = with_changes(meeting, bans);
      if (!changed) {
        return changed.failure();
      }
      files = std::move(changed).value();
      break;
    }
  }
  return Done{std::move(files), true};
}

// What would not be read again, or changes nothing that is read, cannot be decided.
std::optional<Trouble> refuse_unreadable(const Meeting& meeting, const Files& files) {
  auto const agreement = files.find(std::string(exchange::kAgreementFile));
  if (agreement != files.end()) {
    auto const read = exchange::read_agreement(agreement->second);
    if (!read.problems.list.empty()) {
      return Trouble::with(read.problems);
    }
  }
  auto const read = read_meeting(merged(meeting.files, files));
  return read ? std::nullopt : std::optional(read.failure());
}

// What it would change is tried when it is raised, so that nobody talks about what cannot be.
std::optional<Trouble> refuse_impossible(const Meeting& meeting,
                                         const agree::DecisionPosition& decision) {
  auto const done = carried_out(meeting, decision);
  return done ? refuse_unreadable(meeting, done->changed) : std::optional(done.failure());
}

}  // namespace

Outcome note_position(const Meeting& meeting, territory::StatedPosition position) {
  if (meeting.matter.cycle.empty()) {
    return Trouble::with(Refusal{RefusalCode::kNoCycle, {}});
  }
  position.cycle = meeting.matter.cycle;
  position.plan = position.plan == 0 ? agree::last_plan(meeting.matter) : position.plan;
  position = agree::as_noted(meeting.matter, std::move(position));
  if (auto refusal = agree::refuse_position(meeting.matter, meeting.territory(), position)) {
    return Trouble::with(*std::move(refusal));
  }
  return with_row(meeting, "positions.csv", exchange::cells_of(position));
}

Outcome note_delivery(const Meeting& meeting, territory::Delivery delivery) {
  int const adopted = agree::position_of(meeting.matter.steps).adopted_plan;
  if (adopted == 0) {
    return Trouble::with(Refusal{RefusalCode::kNoPlanYet, {}});
  }
  delivery.cycle = meeting.matter.cycle;
  delivery.plan = adopted;
  std::vector<territory::Commitment> commitments;
  for (const agree::Followed& each : followed(meeting)) {
    commitments.push_back(each.commitment);
  }
  if (auto refusal = agree::refuse_delivery(commitments, delivery)) {
    return Trouble::with(*std::move(refusal));
  }
  return with_row(meeting, "deliveries.csv", exchange::cells_of(delivery));
}

Outcome take_decision_step(const Meeting& meeting, territory::DecisionStep step) {
  agree::DecisionMatter matter = decision_matter(meeting, step.decision);
  if (step.kind == DecisionStepKind::kCount) {
    step.value = agree::voices(matter).carried ? "carried" : "";
  }
  if (auto refusal = agree::refuse_decision_step(matter, step)) {
    return Trouble::with(*std::move(refusal));
  }
  matter.steps.push_back(step);
  agree::DecisionPosition const decision = agree::position_of(matter);
  Files files;
  bool const adopted = decision.state == agree::DecisionState::kAdopted;
  if (adopted || step.kind == DecisionStepKind::kRaise) {
    if (auto trouble = refuse_impossible(meeting, decision)) {
      return *std::move(trouble);
    }
  }
  if (adopted) {
    files = carried_out(meeting, decision)->changed;
  }
  return with_row(meeting, "decisions.csv", exchange::cells_of(step), std::move(files));
}

Outcome note_decision_answer(const Meeting& meeting, territory::StatedPosition position) {
  agree::DecisionMatter const matter = decision_matter(meeting, position.decision);
  if (auto refusal = agree::refuse_decision_answer(matter, position)) {
    return Trouble::with(*std::move(refusal));
  }
  position.vote = agree::position_of(matter).state == agree::DecisionState::kVoting;
  position.cycle = meeting.matter.cycle;
  return with_row(meeting, "positions.csv", exchange::cells_of(position));
}

Outcome set_agreement(const Meeting& meeting, const territory::Agreement& agreement) {
  // It is what everybody accepts by joining; once a cycle was opened, only a decision changes it.
  if (!meeting.proceedings.steps.empty()) {
    return Trouble::with(Refusal{RefusalCode::kStepNotNow,
                                 {},
                                 std::nullopt,
                                 std::nullopt,
                                 agree::position_of(meeting.matter.steps).state});
  }
  return Done{{{std::string(exchange::kAgreementFile), exchange::agreement_text(agreement)}}, true};
}

}  // namespace bocage::service
