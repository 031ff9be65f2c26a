#include <algorithm>

#include "exchange/report/sections.h"
#include "exchange/wording/numbers.h"

namespace bocage::exchange {

using territory::Criterion;
using territory::Millionths;

namespace {

void write_figure(Html& page, const std::string& figure, const std::string& words) {
  page.open("div");
  page.element("dt", words);
  page.element("dd", figure);
  page.close();
}

int needs_met(const ReportFacts& facts) {
  int met = 0;
  for (std::size_t i = 0; i < facts.territory.needs.size(); ++i) {
    met += facts.is_met(territory::NeedIndex(i)) ? 1 : 0;
  }
  return met;
}

void write_figures(Html& page, const ReportFacts& facts) {
  const territory::PlanSummary& summary = facts.plan.summary;
  std::string const needs = std::to_string(summary.needs);
  page.open("dl", "class=\"figures\"");
  write_figure(page, facts.say(Word::kOf, {std::to_string(summary.served), needs}),
               facts.say(Word::kNeedsServed));
  write_figure(page, facts.say(Word::kOf, {std::to_string(needs_met(facts)), needs}),
               facts.say(Word::kNeedsMet));
  if (summary.lowest_fill) {
    write_figure(page, percent_in_words(*summary.lowest_fill, facts.language),
                 facts.say(Word::kLowestShare));
  }
  if (summary.set_aside > 0) {
    write_figure(page, std::to_string(summary.set_aside), facts.say(Word::kSetAsideShort));
  }
  write_figure(page, std::to_string(summary.lines), facts.say(Word::kLines));
  page.close();
}

Millionths ratio(Millionths part, Millionths whole) {
  if (whole.count() <= 0) {
    return Millionths(0);
  }
  return Millionths(
      static_cast<std::int64_t>(base::Int128{part.count()} * 1'000'000 / whole.count()));
}

// `unit_km` is a sum of quantity × km; over what is served it is how far a unit travels. In whole
// kilometres: of few lines it would tell too much about a person's place.
std::string average_distance(const ReportFacts& facts, const territory::UnitSummary& row) {
  Millionths const kilometres = ratio(row.unit_km, row.served);
  std::int64_t const whole =
      kilometres.count() == 0
          ? 0
          : std::max<std::int64_t>(1, (kilometres.count() + 500'000) / 1'000'000);
  return distance_in_words(territory::Metres(1000 * whole), facts.language);
}

void write_units(Html& page, const ReportFacts& facts) {
  page.open("table");
  page.element("caption", facts.say(Word::kByUnit));
  const auto& rows = facts.plan.summary.by_unit;
  // Where no place is known every distance counts as 0 km: that says nothing.
  bool const has_distances =
      std::any_of(rows.begin(), rows.end(),
                  [](const territory::UnitSummary& row) { return row.unit_km.count() > 0; });
  std::vector<HtmlColumn> columns{{facts.say(Word::kUnit)},
                                  {facts.say(Word::kNeeded), true},
                                  {facts.say(Word::kServed), true},
                                  {facts.say(Word::kShare), true}};
  if (has_distances) {
    columns.push_back({facts.say(Word::kAverageDistance), true});
  }
  write_head(page, columns);
  page.open("tbody");
  for (const territory::UnitSummary& row : rows) {
    page.open("tr");
    page.element("th", row.unit, "scope=\"row\"");
    write_number(page, number_in_words(row.needed, facts.language));
    write_number(page, number_in_words(row.served, facts.language));
    write_number(page, percent_in_words(ratio(row.served, row.needed), facts.language));
    if (has_distances) {
      write_number(page, average_distance(facts, row));
    }
    page.close();
  }
  page.close();
  page.close();
}

Word criterion_word(Criterion criterion) {
  switch (criterion) {
    case Criterion::kMinimum:
      return Word::kCriterionMinimum;
    case Criterion::kFair:
      return Word::kCriterionFair;
    case Criterion::kTotal:
      return Word::kCriterionTotal;
    case Criterion::kValue:
      return Word::kCriterionValue;
    case Criterion::kStability:
      return Word::kCriterionStability;
    case Criterion::kDistance:
      return Word::kCriterionDistance;
    case Criterion::kCost:
      return Word::kCriterionCost;
  }
  return Word::kCriterionFair;
}

bool has(const ReportFacts& facts, Criterion criterion) {
  return std::find(facts.plan.order.begin(), facts.plan.order.end(), criterion) !=
         facts.plan.order.end();
}

void write_order(Html& page, const ReportFacts& facts) {
  bool const fair = has(facts, Criterion::kFair);
  if (fair) {
    page.element("p", facts.say(facts.plan.rule == territory::Rule::kPeople ? Word::kRulePeople
                                                                            : Word::kRuleNeed));
  }
  page.element("p", facts.say(Word::kOrderIntroduction), "class=\"before-list\"");
  page.open("ol");
  for (Criterion const criterion : facts.plan.order) {
    page.element("li", facts.say(criterion_word(criterion)));
  }
  page.close();
  if (facts.plan.answer) {
    page.element("p",
                 facts.say(*facts.plan.answer == territory::Answer::kKeep ? Word::kAnswerKeep
                                                                          : Word::kAnswerShare));
  }
}

// What was proven, no more: the sentence names what it leaves out.
std::string checked_sentence(const ReportFacts& facts) {
  if (!facts.checked) {
    return facts.say(Word::kNotChecked);
  }
  bool const fair = has(facts, Criterion::kFair);
  bool const value_leads = !facts.plan.order.empty() && !fair && has(facts, Criterion::kValue) &&
                           !has(facts, Criterion::kTotal);
  bool const value_first =
      value_leads ||
      std::find(facts.plan.order.begin(), facts.plan.order.end(), Criterion::kValue) <
          std::find(facts.plan.order.begin(), facts.plan.order.end(), Criterion::kTotal);
  std::string sentence = facts.say(fair          ? Word::kChecked
                                   : value_first ? Word::kCheckedValue
                                                 : Word::kCheckedTotal);
  bool const minima =
      has(facts, Criterion::kMinimum) &&
      std::any_of(facts.territory.needs.begin(), facts.territory.needs.end(),
                  [](const territory::Need& need) { return need.minimum.count() > 0; });
  if (minima) {
    sentence += ", " + facts.say(Word::kApartFromMinima);
  }
  if (fair && facts.territory.settings.memory > 0) {
    sentence += ", " + facts.say(Word::kCountingPast);
  }
  return sentence + ". " + facts.say(Word::kCheckAgain);
}

}  // namespace

void write_summary(Html& page, const ReportFacts& facts) {
  const territory::PlanSummary& summary = facts.plan.summary;
  page.open("section", "id=\"summary\"");
  page.element("h2", facts.say(Word::kInShort));
  write_figures(page, facts);
  if (summary.reachable_unserved > 0) {
    page.element("p",
                 facts.say(Word::kLeftWithNothing, {std::to_string(summary.reachable_unserved)}));
  } else if (summary.set_aside == 0) {
    page.element("p", facts.say(Word::kNobodyLeftOut));
  }
  page.element("p", checked_sentence(facts),
               facts.checked ? "class=\"checked\"" : "class=\"waits\"");
  if (!summary.by_unit.empty()) {
    write_units(page, facts);
  }
  write_order(page, facts);
  page.close();
}

}  // namespace bocage::exchange
