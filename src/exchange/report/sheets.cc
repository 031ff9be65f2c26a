#include <algorithm>

#include "base/text.h"
#include "exchange/report/sections.h"
#include "exchange/report/sheet.h"

namespace bocage::exchange {

using territory::StakeholderIndex;

namespace {

// Rows of tables and lines of text that fit on an A4 page in the usual type, and in smaller type.
constexpr std::size_t kUsualRows = 15;
constexpr std::size_t kDenseRows = 26;

void write_lines_or(Html& page, const ReportFacts& facts, Word title,
                    const std::vector<Line>& lines, bool giving, Word nothing) {
  page.element("h4", facts.say(title), giving ? "class=\"give\"" : "class=\"get\"");
  if (lines.empty()) {
    page.element("p", facts.say(nothing), "class=\"quiet\"");
  } else {
    write_lines(page, facts, lines, giving);
  }
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

std::string_view style_of(const ReportFacts& facts, const StakeholderSheet& sheet) {
  std::size_t const rows = lines_given(facts, sheet).size() + lines_received(facts, sheet).size() +
                           changes_of(facts, sheet).size() + 2 * sheet.needs.size() +
                           2 * sheet.contributions.size();
  return rows <= kUsualRows ? "sheet" : rows <= kDenseRows ? "sheet dense" : "sheet denser";
}

void write_sheet(Html& page, const ReportFacts& facts, StakeholderIndex stakeholder) {
  StakeholderSheet const sheet{stakeholder, facts.needs_of[stakeholder.position()],
                               facts.contributions_of[stakeholder.position()]};
  const territory::Stakeholder& row = facts.territory.stakeholders[stakeholder.position()];
  page.open("article", "class=\"" + std::string(style_of(facts, sheet)) + "\" id=\"" +
                           sheet_anchor(stakeholder) + "\"");
  page.raw(band());
  page.open("header");
  page.element("p", facts.territory.settings.name, "class=\"eyebrow\"");
  page.element("h3", facts.name(stakeholder));
  std::string const kind = kind_in_words(row.kind, facts.language);
  if (!kind.empty()) {
    page.element("p", kind, "class=\"quiet\"");
  }
  page.close();
  write_lines_or(page, facts, Word::kYouGive, lines_given(facts, sheet), true, Word::kGiveNothing);
  write_lines_or(page, facts, Word::kYouGet, lines_received(facts, sheet), false,
                 Word::kGetNothing);
  write_why(page, facts, sheet);
  write_changes(page, facts, sheet);
  write_own_outcomes(page, facts, stakeholder);
  write_answer(page, facts);
  page.close();
}

// Organisations by name, then persons by number; "Farm 2" before "Farm 10".
std::vector<StakeholderIndex> in_order_of_names(const ReportFacts& facts) {
  struct Keyed {
    bool is_person;
    std::string key;
    StakeholderIndex stakeholder;
  };
  std::vector<Keyed> keyed;
  for (std::size_t i = 0; i < facts.names.size(); ++i) {
    StakeholderIndex const stakeholder(i);
    keyed.push_back({facts.is_person(stakeholder), base::fold(facts.names[i]), stakeholder});
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return a.is_person != b.is_person ? b.is_person : base::compare_naturally(a.key, b.key) < 0;
  });
  std::vector<StakeholderIndex> ordered;
  ordered.reserve(keyed.size());
  for (const Keyed& one : keyed) {
    ordered.push_back(one.stakeholder);
  }
  return ordered;
}

}  // namespace

void write_sheets(Html& page, const ReportFacts& facts) {
  std::vector<StakeholderIndex> const ordered =
      facts.sheet_of ? std::vector{*facts.sheet_of} : in_order_of_names(facts);
  page.open("section", "id=\"sheets\" class=\"sheets\"");
  page.element("h2", facts.say(Word::kSheetsTitle));
  page.element("p", facts.say(Word::kSheetsIntroduction));
  page.open("nav", "class=\"find\" id=\"find\" aria-label=\"" + facts.say(Word::kFindSheet) + "\"");
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
