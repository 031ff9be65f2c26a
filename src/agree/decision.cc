#include "agree/decision.h"

#include <algorithm>
#include <array>

#include "agree/standing.h"
#include "base/text.h"

namespace bocage::agree {

using territory::DecisionKind;
using territory::DecisionStep;
using territory::DecisionStepKind;
using territory::PositionAnswer;
using territory::Refusal;
using territory::RefusalCode;
using territory::StatedPosition;

namespace {

// Which kinds of decision an arrow is for.
enum class For { kAll, kConsent, kFacilitator, kExclusion };

struct Arrow {
  DecisionState from;
  DecisionStepKind step;
  DecisionState to;
  For kinds = For::kAll;
};

constexpr std::array kArrows{
    Arrow{DecisionState::kUnknown, DecisionStepKind::kRaise, DecisionState::kRaised},
    Arrow{DecisionState::kRaised, DecisionStepKind::kAsk, DecisionState::kAsked, For::kConsent},
    Arrow{DecisionState::kAsked, DecisionStepKind::kAdopt, DecisionState::kAdopted, For::kConsent},
    Arrow{DecisionState::kAsked, DecisionStepKind::kVote, DecisionState::kVoting, For::kConsent},
    Arrow{DecisionState::kRaised, DecisionStepKind::kHear, DecisionState::kHeard, For::kExclusion},
    Arrow{DecisionState::kHeard, DecisionStepKind::kVote, DecisionState::kVoting, For::kExclusion},
    Arrow{DecisionState::kRaised, DecisionStepKind::kSign, DecisionState::kRaised,
          For::kFacilitator},
    Arrow{DecisionState::kVoting, DecisionStepKind::kCount, DecisionState::kAdopted},
    Arrow{DecisionState::kRaised, DecisionStepKind::kDrop, DecisionState::kDropped},
    Arrow{DecisionState::kHeard, DecisionStepKind::kDrop, DecisionState::kDropped},
    Arrow{DecisionState::kAsked, DecisionStepKind::kDrop, DecisionState::kDropped},
};

bool is_for(const Arrow& arrow, DecisionKind kind) {
  switch (arrow.kinds) {
    case For::kAll:
      return true;
    case For::kFacilitator:
      return kind == DecisionKind::kFacilitator;
    case For::kExclusion:
      return kind == DecisionKind::kExclusion;
    case For::kConsent:
      return kind != DecisionKind::kFacilitator && kind != DecisionKind::kExclusion;
  }
  return false;
}

const Arrow* find_arrow(const DecisionPosition& position, DecisionStepKind step) {
  auto const* const arrow = std::find_if(kArrows.begin(), kArrows.end(), [&](const Arrow& each) {
    return each.from == position.state && each.step == step && is_for(each, position.kind);
  });
  return arrow == kArrows.end() ? nullptr : arrow;
}

// A count that does not carry says so with an empty value.
DecisionState after(const Arrow& arrow, const DecisionStep& step) {
  return step.kind == DecisionStepKind::kCount && step.value.empty() ? DecisionState::kRejected
                                                                     : arrow.to;
}

bool speaks(const DecisionPosition& position, const std::string& stakeholder) {
  return position.kind != DecisionKind::kExclusion || stakeholder != position.value;
}

bool is_known(const DecisionMatter& matter, const std::string& stakeholder) {
  return std::find(matter.stakeholders.begin(), matter.stakeholders.end(), stakeholder) !=
         matter.stakeholders.end();
}

std::optional<Refusal> refuse_unknown(const DecisionMatter& matter,
                                      const std::string& stakeholder) {
  return is_known(matter, stakeholder)
             ? std::nullopt
             : std::optional(Refusal{RefusalCode::kUnknownStakeholder, {stakeholder}});
}

Refusal not_now(const DecisionStep& step) {
  return {RefusalCode::kDecisionNotNow, {step.decision}};
}

}  // namespace

DecisionPosition position_of(const DecisionMatter& matter) {
  DecisionPosition position;
  for (const DecisionStep& step : matter.steps) {
    const Arrow* const arrow = find_arrow(position, step.kind);
    if (arrow == nullptr) {
      continue;
    }
    position.state = after(*arrow, step);
    if (step.kind == DecisionStepKind::kRaise) {
      position.kind = step.about.value_or(DecisionKind::kAgreement);
      position.setting = step.setting;
      position.value = step.value;
    }
    bool const signs =
        step.kind == DecisionStepKind::kSign || step.kind == DecisionStepKind::kRaise;
    if (signs && position.kind == DecisionKind::kFacilitator) {
      position.signed_by.insert(step.stakeholder);
      if (static_cast<int>(position.signed_by.size()) >= matter.agreement.withdrawn_by) {
        position.state = DecisionState::kAdopted;
      }
    }
  }
  return position;
}

DecisionVoices voices(const DecisionMatter& matter) {
  DecisionPosition const position = position_of(matter);
  bool const voting = position.state == DecisionState::kVoting;
  DecisionVoices result;
  for (const std::string& stakeholder : matter.stakeholders) {
    if (!speaks(position, stakeholder)) {
      continue;
    }
    result.entitled += 1;
    const StatedPosition* said = nullptr;
    for (const StatedPosition& each : matter.positions) {
      if (each.stakeholder == stakeholder && each.vote == voting) {
        said = &each;
      }
    }
    if (said == nullptr) {
      result.awaited.push_back(stakeholder);
    } else if (blocks(*said)) {
      result.objecting.push_back(stakeholder);
    } else if (said->answer != PositionAnswer::kStandAside) {
      result.for_it += 1;
    }
  }
  const territory::VoteShare& share = position.kind == DecisionKind::kExclusion
                                          ? matter.agreement.exclusion
                                          : matter.agreement.fallback;
  bool const by_heads =
      result.entitled > 0 && result.for_it * share.denominator >= result.entitled * share.numerator;
  result.carried = matter.carried_by_statutes.value_or(by_heads);
  return result;
}

std::optional<Refusal> refuse_decision_step(const DecisionMatter& matter,
                                            const DecisionStep& step) {
  DecisionPosition const position = position_of(matter);
  DecisionPosition asked = position;
  if (step.kind == DecisionStepKind::kRaise) {
    asked.kind = step.about.value_or(DecisionKind::kAgreement);
    asked.value = step.value;
  }
  if (find_arrow(asked, step.kind) == nullptr) {
    bool const unheard = position.kind == DecisionKind::kExclusion &&
                         position.state == DecisionState::kRaised &&
                         step.kind == DecisionStepKind::kVote;
    return unheard ? Refusal{RefusalCode::kHearingFirst, {position.value}} : not_now(step);
  }
  DecisionVoices const said = voices(matter);
  switch (step.kind) {
    case DecisionStepKind::kRaise:
      if (!base::is_plain_name(step.decision)) {
        return Refusal{RefusalCode::kDecisionNameWrong, {step.decision}};
      }
      if (!step.about) {
        return Refusal{RefusalCode::kDecisionAboutMissing, {}};
      }
      if (asked.kind == DecisionKind::kExclusion && !is_known(matter, asked.value)) {
        return Refusal{RefusalCode::kUnknownStakeholder, {asked.value}};
      }
      return refuse_unknown(matter, step.stakeholder);
    case DecisionStepKind::kAdopt:
      if (!said.objecting.empty()) {
        return Refusal{RefusalCode::kOpenObjections, {listed(said.objecting)}};
      }
      if (!said.awaited.empty()) {
        return Refusal{RefusalCode::kAnswersMissing, {listed(said.awaited)}};
      }
      return std::nullopt;
    case DecisionStepKind::kVote:
      // Somebody objects, or does not answer: else it is adopted without.
      return position.kind != DecisionKind::kExclusion && said.objecting.empty() &&
                     said.awaited.empty()
                 ? std::optional(Refusal{RefusalCode::kNothingObjected, {}})
                 : std::nullopt;
    case DecisionStepKind::kCount:
      return step.value.empty() == said.carried
                 ? std::optional(Refusal{RefusalCode::kVoteUnlike, {}})
                 : std::nullopt;
    case DecisionStepKind::kSign:
      return position.signed_by.count(step.stakeholder) > 0
                 ? std::optional(Refusal{RefusalCode::kSignedAlready, {step.stakeholder}})
                 : refuse_unknown(matter, step.stakeholder);
    default:
      return std::nullopt;
  }
}

std::optional<Refusal> refuse_decision_answer(const DecisionMatter& matter,
                                              const StatedPosition& given) {
  DecisionPosition const position = position_of(matter);
  if (position.state == DecisionState::kUnknown) {
    return Refusal{RefusalCode::kNoDecision, {given.decision}};
  }
  if (position.state != DecisionState::kAsked && position.state != DecisionState::kVoting) {
    return Refusal{RefusalCode::kDecisionNotNow, {given.decision}};
  }
  if (!is_known(matter, given.stakeholder) || !speaks(position, given.stakeholder)) {
    return Refusal{RefusalCode::kUnknownStakeholder, {given.stakeholder}};
  }
  if (given.answer == PositionAnswer::kObjection && given.argument.empty()) {
    return Refusal{RefusalCode::kArgumentMissing, {}};
  }
  return std::nullopt;
}

std::vector<DecisionStepKind> possible_decision_steps(const DecisionMatter& matter) {
  std::vector<DecisionStepKind> possible;
  for (int kind = 0; kind <= static_cast<int>(DecisionStepKind::kDrop); ++kind) {
    DecisionStep step;
    step.kind = static_cast<DecisionStepKind>(kind);
    step.value = voices(matter).carried ? "carried" : "";
    if (step.kind != DecisionStepKind::kRaise && !refuse_decision_step(matter, step)) {
      possible.push_back(step.kind);
    }
  }
  return possible;
}

}  // namespace bocage::agree
