#include <algorithm>

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
    std::vector<std::string> subjects;
    bool any = false;
    for (const Assumption& assumption : facts.plan.assumptions) {
      if (assumption.code != code) {
        continue;
      }
      any = true;
      std::string const subject = about(facts, assumption);
      if (!subject.empty() &&
          std::find(subjects.begin(), subjects.end(), subject) == subjects.end()) {
        subjects.push_back(subject);
      }
    }
    if (any && code == AssumptionCode::kCommunePosition &&
        subjects.size() == facts.territory.stakeholders.size()) {
      page.element("p", facts.say(Word::kAssumedCommuneAll));
    } else if (any) {
      page.element("p", facts.say(introduction(code)), "class=\"before-list\"");
      if (!subjects.empty()) {
        page.open("ul", subjects.size() > 8 ? "class=\"columns\"" : "");
        for (const std::string& subject : subjects) {
          page.element("li", subject);
        }
        page.close();
      }
    }
  }
  page.close();
}

}  // namespace bocage::exchange
