#include <algorithm>
#include <optional>

#include "exchange/report/sections.h"
#include "exchange/wording/numbers.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::Assumption;
using territory::AssumptionCode;

namespace {

// What an assumption is about, in words: never an id, which may carry a person's name.
std::string about(const ReportFacts& facts, const Assumption& assumption) {
  const territory::Territory& territory = facts.territory;
  if (auto const stakeholder = territory::find_stakeholder(territory, assumption.of)) {
    return facts.name(*stakeholder);
  }
  if (auto const need = territory::find_need(territory, assumption.of)) {
    return facts.owner(*need) + " (" + facts.what(*need) + ")";
  }
  if (auto const contribution = territory::find_contribution(territory, assumption.of)) {
    return facts.name(facts.contribution(*contribution).stakeholder) + " (" +
           facts.what(*contribution) + ")";
  }
  if (auto const resource = territory::find_resource(territory, assumption.of)) {
    const territory::Resource& row = territory.resources[resource->position()];
    if (assumption.proposal.count() <= 0) {
      return row.name;
    }
    return facts.say(Word::kWouldFit,
                     {row.name, quantity_in_words(assumption.proposal, row.unit, facts.language)});
  }
  return {};
}

Word introduction(AssumptionCode code) {
  switch (code) {
    case AssumptionCode::kCommunePosition:
      return Word::kAssumedCommune;
    case AssumptionCode::kNoPosition:
      return Word::kAssumedNoPosition;
    case AssumptionCode::kDefaultQuantum:
      return Word::kAssumedQuantum;
    case AssumptionCode::kNoValue:
      return Word::kAssumedNoValue;
    case AssumptionCode::kNoCost:
      return Word::kAssumedNoCost;
  }
  return Word::kNothingAssumed;
}

struct Assumed {
  std::size_t times = 0;
  std::vector<std::string> subjects;  // each once
};

Assumed gather(const ReportFacts& facts, AssumptionCode code) {
  Assumed assumed;
  for (const Assumption& assumption : facts.plan.assumptions) {
    if (assumption.code != code) {
      continue;
    }
    ++assumed.times;
    std::string const subject = about(facts, assumption);
    if (!subject.empty() && std::find(assumed.subjects.begin(), assumed.subjects.end(), subject) ==
                                assumed.subjects.end()) {
      assumed.subjects.push_back(subject);
    }
  }
  return assumed;
}

// What holds for everybody is one sentence, not a list of everybody.
std::optional<Word> of_all(const ReportFacts& facts, AssumptionCode code, std::size_t times) {
  const territory::Territory& territory = facts.territory;
  if (code == AssumptionCode::kCommunePosition && times == territory.stakeholders.size()) {
    return Word::kAssumedCommuneAll;
  }
  if (code == AssumptionCode::kNoPosition &&
      times == territory.needs.size() + territory.contributions.size()) {
    return Word::kAssumedNoPositionAll;
  }
  return std::nullopt;
}

}  // namespace

void write_assumptions(Html& page, const ReportFacts& facts) {
  page.open("section", "id=\"assumptions\"");
  page.element("h2", facts.say(Word::kAssumedTitle));
  if (facts.plan.assumptions.empty()) {
    page.element("p", facts.say(Word::kNothingAssumed));
  }
  for (AssumptionCode const code :
       {AssumptionCode::kCommunePosition, AssumptionCode::kNoPosition,
        AssumptionCode::kDefaultQuantum, AssumptionCode::kNoValue, AssumptionCode::kNoCost}) {
    Assumed const assumed = gather(facts, code);
    if (assumed.times == 0) {
      continue;
    }
    if (auto const sentence = of_all(facts, code, assumed.times)) {
      page.element("p", facts.say(*sentence));
      continue;
    }
    page.element("p", facts.say(introduction(code)), "class=\"before-list\"");
    if (!assumed.subjects.empty()) {
      page.open("ul", assumed.subjects.size() > 8 ? "class=\"columns\"" : "");
      for (const std::string& subject : assumed.subjects) {
        page.element("li", subject);
      }
      page.close();
    }
  }
  page.close();
}

}  // namespace bocage::exchange
