#include <algorithm>

#include "exchange/report/sections.h"
#include "exchange/report/sheet.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "territory/distance.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::PlanTransfer;
using territory::StakeholderIndex;

namespace {

template <class Index>
std::vector<Line> all_lines(const ReportFacts& facts, const std::vector<Index>& rows,
                            const std::vector<std::vector<const PlanTransfer*>>& transfers) {
  std::vector<Line> lines;
  for (Index const index : rows) {
    for (const PlanTransfer* transfer : transfers[index.position()]) {
      auto const from = territory::find_contribution(facts.territory, transfer->contribution);
      auto const to = territory::find_need(facts.territory, transfer->need);
      lines.push_back({transfer, *from, *to});
    }
  }
  return lines;
}

// The days that both sides allow.
std::string days(const ReportFacts& facts, const Line& line) {
  base::DayRange const& a = facts.contribution(line.from).window;
  base::DayRange const& b = facts.need(line.to).window;
  base::DayRange const both{std::max(a.first, b.first), std::min(a.last, b.last)};
  std::string const first = both.is_open_start() ? "" : day_in_words(both.first, facts.language);
  std::string const last = both.is_open_end() ? "" : day_in_words(both.last, facts.language);
  if (first.empty() && last.empty()) {
    return {};
  }
  if (first.empty()) {
    return facts.say(Word::kUntilDay, {last});
  }
  if (last.empty()) {
    return facts.say(Word::kFromDay, {first});
  }
  return first == last
             ? facts.say(Word::kOnDay, {first})
             : facts.say(Word::kFromUntil,
                         {first_day_in_words(both.first, both.last, facts.language), last});
}

// Empty where a place is unknown: the plan counts 0 km then, and nobody would believe it.
std::string distance_of(const ReportFacts& facts, const Line& line) {
  auto const from = territory::place_of(facts.territory, facts.contribution(line.from)).position;
  auto const to = territory::place_of(facts.territory, facts.need(line.to)).position;
  bool const is_known = (from && to) || line.transfer->distance.count() > 0;
  if (!is_known) {
    return {};
  }
  bool const is_private = facts.is_person(facts.contribution(line.from).stakeholder) ||
                          facts.is_person(facts.need(line.to).stakeholder);
  return line.transfer->distance.count() == 0 && !is_private
             ? facts.say(Word::kSamePlace)
             : distance_of_line(facts.territory, *line.transfer, facts.language);
}

// The columns that say something: the same days for all are said once, above.
struct Shown {
  bool days = false;
  bool distance = false;
};

void write_line(Html& page, const ReportFacts& facts, const Line& line, bool giving,
                const Shown& shown) {
  StakeholderIndex const other =
      giving ? facts.need(line.to).stakeholder : facts.contribution(line.from).stakeholder;
  page.open("tr");
  page.element("th", facts.what(line.from, line.to), "scope=\"row\"");
  page.open("td");
  page.text(facts.name(other));
  if (facts.settled.count({line.transfer->contribution, line.transfer->need}) > 0) {
    page.text(" ");
    page.element("span", facts.say(Word::kSettled), "class=\"settled\"");
  }
  page.close();
  write_number(page, facts.amount(facts.need(line.to).family, line.transfer->quantity));
  if (shown.distance) {
    write_number(page, distance_of(facts, line));
  }
  if (shown.days) {
    page.element("td", days(facts, line), "class=\"days\"");
  }
  page.close();
}

}  // namespace

std::vector<Line> lines_given(const ReportFacts& facts, const StakeholderSheet& sheet) {
  return all_lines(facts, sheet.contributions, facts.gives);
}

std::vector<Line> lines_received(const ReportFacts& facts, const StakeholderSheet& sheet) {
  return all_lines(facts, sheet.needs, facts.gets);
}

void write_lines(Html& page, const ReportFacts& facts, const std::vector<Line>& lines,
                 bool giving) {
  std::string const first_days = days(facts, lines.front());
  Shown shown;
  for (const Line& line : lines) {
    shown.days = shown.days || days(facts, line) != first_days;
    shown.distance = shown.distance || !distance_of(facts, line).empty();
  }
  std::vector<HtmlColumn> columns{{facts.say(Word::kWhat)},
                                  {facts.say(giving ? Word::kToWhom : Word::kFromWhom)},
                                  {facts.say(Word::kHowMuch), true}};
  if (shown.distance) {
    columns.push_back({facts.say(Word::kDistance), true});
  }
  if (shown.days) {
    columns.push_back({facts.say(Word::kWhen)});
  }
  page.open("table", "class=\"lines\"");
  if (!shown.days && !first_days.empty()) {
    page.element("caption", facts.say(Word::kWhen) + facts.say(Word::kColon) + first_days);
  }
  write_head(page, columns);
  page.open("tbody");
  for (const Line& line : lines) {
    write_line(page, facts, line, giving, shown);
  }
  page.close();
  page.close();
}

}  // namespace bocage::exchange
