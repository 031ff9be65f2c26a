#include <algorithm>

#include "base/text.h"
#include "exchange/map/map.h"
#include "exchange/report/sections.h"
#include "exchange/wording/numbers.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::ContributionIndex;
using territory::Millionths;
using territory::NeedIndex;
using territory::PlanTransfer;
using territory::StakeholderIndex;

namespace {

constexpr std::size_t kMostNames = 4;

// A line of the plan as one of its two sides reads it.
struct Line {
  const PlanTransfer* transfer = nullptr;
  ContributionIndex from;
  NeedIndex to;
};

std::vector<Line> lines_of(const ReportFacts& facts,
                           const std::vector<const PlanTransfer*>& transfers) {
  std::vector<Line> lines;
  for (const PlanTransfer* transfer : transfers) {
    auto const from = territory::find_contribution(facts.territory, transfer->contribution);
    auto const to = territory::find_need(facts.territory, transfer->need);
    lines.push_back({transfer, *from, *to});
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
  return first == last ? facts.say(Word::kOnDay, {first})
                       : facts.say(Word::kFromUntil, {first, last});
}

void write_lines(Html& page, const ReportFacts& facts, const std::vector<Line>& lines,
                 bool giving) {
  std::string const first_days = days(facts, lines.front());
  // The same days for all are said once, above.
  bool const dated = std::any_of(lines.begin(), lines.end(),
                                 [&](const Line& line) { return days(facts, line) != first_days; });
  std::vector<Column> columns{{facts.say(Word::kWhat)},
                              {facts.say(giving ? Word::kToWhom : Word::kFromWhom)},
                              {facts.say(Word::kHowMuch), true},
                              {facts.say(Word::kDistance), true}};
  if (dated) {
    columns.push_back({facts.say(Word::kWhen)});
  }
  page.open("table", "class=\"lines\"");
  if (!dated && !first_days.empty()) {
    page.element("caption", facts.say(Word::kWhen) + facts.say(Word::kColon) + first_days);
  }
  write_head(page, columns);
  page.open("tbody");
  for (const Line& line : lines) {
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
    write_number(page, distance_in_words(line.transfer->distance, facts.language));
    if (dated) {
      page.element("td", days(facts, line));
    }
    page.close();
  }
  page.close();
  page.close();
}

template <class Index>
std::vector<Line> all_lines(const ReportFacts& facts, const std::vector<Index>& rows,
                            const std::vector<std::vector<const PlanTransfer*>>& transfers) {
  std::vector<Line> lines;
  for (Index const index : rows) {
    std::vector<Line> const some = lines_of(facts, transfers[index.position()]);
    lines.insert(lines.end(), some.begin(), some.end());
  }
  return lines;
}

void write_lines_or(Html& page, const ReportFacts& facts, Word title,
                    const std::vector<Line>& lines, bool giving, Word nothing) {
  page.element("h4", facts.say(title), giving ? "class=\"give\"" : "class=\"get\"");
  if (lines.empty()) {
    page.element("p", facts.say(nothing), "class=\"quiet\"");
  } else {
    write_lines(page, facts, lines, giving);
  }
}

std::string use_of(const ReportFacts& facts, ContributionIndex index) {
  const territory::Contribution& contribution = facts.contribution(index);
  const territory::PlanContribution* row = facts.given[index.position()];
  Millionths const offered =
      territory::in_units(facts.territory, contribution.family, contribution.quantity);
  Millionths const given = row == nullptr ? Millionths(0) : row->given;
  std::string const all = facts.amount(contribution.family, offered);
  if (given.count() <= 0) {
    return facts.say(Word::kGiveNobody, {facts.what(index), all});
  }
  if (row->left.count() <= 0) {
    return facts.say(Word::kGiveAll, {facts.what(index), all});
  }
  std::string const free =
      facts.say(Word::kStaysFree, {facts.amount(contribution.family, row->left)});
  return facts.say(Word::kGiveLine,
                   {facts.what(index), facts.amount(contribution.family, given), all, free});
}

void write_why(Html& page, const ReportFacts& facts, const std::vector<NeedIndex>& needs,
               const std::vector<ContributionIndex>& contributions) {
  page.element("h4", facts.say(Word::kWhy));
  page.open("ul", "class=\"why-list\"");
  for (NeedIndex const need : needs) {
    territory::FamilyIndex const family = facts.need(need).family;
    page.open("li");
    page.raw(small_disc(facts.fill(need)));
    page.open("span");
    page.element("strong", facts.say(Word::kNeedLine,
                                     {facts.what(need), facts.amount(family, facts.served(need)),
                                      facts.amount(family, facts.asked(need)), facts.share(need)}));
    page.text(" " + facts.why(need));
    page.close();
    page.close();
  }
  for (ContributionIndex const contribution : contributions) {
    page.open("li");
    page.raw(legend_symbol(LegendSymbol::kContribution));
    page.element("span", use_of(facts, contribution));
    page.close();
  }
  if (needs.empty() && contributions.empty()) {
    page.element("li", facts.say(Word::kNoNeed));
  }
  page.close();
}

std::string unlock_sentence(const ReportFacts& facts, NeedIndex need,
                            const territory::Unlock& unlock) {
  territory::FamilyIndex const family = facts.need(need).family;
  std::string const extra = facts.amount(family, unlock.extra);
  std::string const then = facts.amount(family, unlock.served);
  switch (unlock.goal) {
    case territory::UnlockGoal::kFull:
      return facts.say(Word::kUnlockFull, {extra, then});
    case territory::UnlockGoal::kMinimum:
      return facts.say(Word::kUnlockMinimum, {extra, then});
    case territory::UnlockGoal::kNextLevel:
      break;
  }
  std::int64_t const asked = std::max<std::int64_t>(1, facts.asked(need).count());
  Millionths const share(
      static_cast<std::int64_t>(base::Int128{unlock.served.count()} * 1'000'000 / asked));
  return facts.say(Word::kUnlockNext, {extra, then, percent_in_words(share, facts.language)});
}

std::string others_sentence(const ReportFacts& facts, const territory::Unlock& unlock,
                            StakeholderIndex own) {
  std::vector<NeedIndex> others;
  for (const territory::Rise& rise : unlock.others) {
    auto const need = territory::find_need(facts.territory, rise.need);
    if (need && facts.need(*need).stakeholder != own) {
      others.push_back(*need);
    }
  }
  if (others.empty()) {
    return {};
  }
  return " " + facts.say(others.size() == 1 ? Word::kOtherRises : Word::kOthersRise,
                         {facts.owners(others, kMostNames)});
}

void write_changes(Html& page, const ReportFacts& facts, const std::vector<NeedIndex>& needs) {
  page.element("h4", facts.say(Word::kWhatWouldChange));
  bool const all_met =
      std::all_of(needs.begin(), needs.end(), [&](NeedIndex need) { return facts.is_met(need); });
  if (needs.empty() || all_met) {
    page.element("p", facts.say(needs.empty() ? Word::kNoNeed : Word::kAllMet), "class=\"quiet\"");
    return;
  }
  page.open("ul");
  for (NeedIndex const need : needs) {
    const territory::NeedExplanation* explained = facts.explained[need.position()];
    if (facts.is_met(need)) {
      continue;
    }
    if (explained == nullptr || explained->unlocks.empty()) {
      page.element("li", facts.say(Word::kNothingFound, {facts.what(need)}));
      continue;
    }
    for (const territory::Unlock& unlock : explained->unlocks) {
      page.open("li");
      page.element("strong", facts.what(need));
      page.text(facts.say(Word::kColon) + unlock_sentence(facts, need, unlock) +
                others_sentence(facts, unlock, facts.need(need).stakeholder));
      page.close();
    }
  }
  page.close();
}

// On paper only: what each says, and why, before the group meets.
void write_answer(Html& page, const ReportFacts& facts) {
  page.open("div", "class=\"answer\"");
  page.element("strong", facts.say(Word::kYourAnswer));
  page.open("ul");
  for (Word const word : {Word::kYes, Word::kYesReservation, Word::kStandAside, Word::kObjection}) {
    page.open("li");
    page.element("span", "", "class=\"box\" aria-hidden=\"true\"");
    page.text(facts.say(word));
    page.close();
  }
  page.close();
  page.close();
}

void write_sheet(Html& page, const ReportFacts& facts, StakeholderIndex stakeholder) {
  const auto& needs = facts.needs_of[stakeholder.position()];
  const auto& contributions = facts.contributions_of[stakeholder.position()];
  const territory::Stakeholder& row = facts.territory.stakeholders[stakeholder.position()];
  page.open("article", "class=\"sheet\" id=\"" + sheet_anchor(stakeholder) + "\"");
  page.raw(band());
  page.open("header");
  page.element("p", facts.territory.settings.name, "class=\"eyebrow\"");
  page.element("h3", facts.name(stakeholder));
  std::string const kind = kind_in_words(row.kind, facts.language);
  if (!kind.empty()) {
    page.element("p", kind, "class=\"quiet\"");
  }
  page.close();
  write_lines_or(page, facts, Word::kYouGive, all_lines(facts, contributions, facts.gives), true,
                 Word::kGiveNothing);
  write_lines_or(page, facts, Word::kYouGet, all_lines(facts, needs, facts.gets), false,
                 Word::kGetNothing);
  write_why(page, facts, needs, contributions);
  write_changes(page, facts, needs);
  write_answer(page, facts);
  page.close();
}

// Organisations by name, then persons by number.
std::vector<StakeholderIndex> in_order_of_names(const ReportFacts& facts) {
  std::vector<std::pair<std::string, StakeholderIndex>> keyed;
  for (std::size_t i = 0; i < facts.names.size(); ++i) {
    StakeholderIndex const stakeholder(i);
    bool const person = facts.is_person(stakeholder);
    keyed.emplace_back(person ? "\x7f" : base::fold(facts.names[i]), stakeholder);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<StakeholderIndex> ordered;
  ordered.reserve(keyed.size());
  for (auto const& [key, stakeholder] : keyed) {
    ordered.push_back(stakeholder);
  }
  return ordered;
}

}  // namespace

void write_sheets(Html& page, const ReportFacts& facts) {
  std::vector<StakeholderIndex> const ordered = in_order_of_names(facts);
  page.open("section", "id=\"sheets\" class=\"sheets\"");
  page.element("h2", facts.say(Word::kSheetsTitle));
  page.element("p", facts.say(Word::kSheetsIntroduction));
  page.open("nav", "class=\"find\" aria-label=\"" + facts.say(Word::kFindSheet) + "\"");
  page.element("p", facts.say(Word::kFindSheet), "class=\"eyebrow\"");
  page.open("ul", "class=\"columns\"");
  for (StakeholderIndex const stakeholder : ordered) {
    page.open("li");
    page.element("a", facts.name(stakeholder), "href=\"#" + sheet_anchor(stakeholder) + "\"");
    page.close();
  }
  page.close();
  page.close();
  for (StakeholderIndex const stakeholder : ordered) {
    write_sheet(page, facts, stakeholder);
  }
  page.close();
}

}  // namespace bocage::exchange
