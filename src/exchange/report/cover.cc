#include "exchange/map/map.h"
#include "exchange/report/sections.h"

namespace bocage::exchange {
namespace {

std::string counted(const ReportFacts& facts, std::size_t number, Word one, Word many) {
  return number == 1 ? facts.say(one) : facts.say(many, {std::to_string(number)});
}

void write_legend(Html& page, const ReportFacts& facts) {
  page.open("figcaption");
  page.open("ul", "class=\"legend\"");
  for (auto const& [symbol, word] :
       {std::pair{LegendSymbol::kNeed, Word::kLegendNeed},
        std::pair{LegendSymbol::kContribution, Word::kLegendContribution},
        std::pair{LegendSymbol::kFlow, Word::kLegendFlow}}) {
    page.open("li");
    page.raw(legend_symbol(symbol));
    page.element("span", facts.say(word));
    page.close();
  }
  page.close();
}

void write_contents(Html& page, const ReportFacts& facts) {
  page.open("nav", "class=\"contents\" aria-label=\"" + facts.say(Word::kContents) + "\"");
  page.open("ul");
  for (auto const& [word, anchor] :
       {std::pair{Word::kFindSheet, "find"}, std::pair{Word::kInShort, "summary"},
        std::pair{Word::kSetAsideTitle, "set-aside"}, std::pair{Word::kShortTitle, "shortages"},
        std::pair{Word::kAssumedTitle, "assumptions"}}) {
    if (word == Word::kSetAsideTitle && !facts.plan.minima) {
      continue;
    }
    page.open("li");
    page.element("a", facts.say(word), "href=\"#" + std::string(anchor) + "\"");
    page.close();
  }
  page.close();
  page.close();
}

}  // namespace

void write_cover(Html& page, const ReportFacts& facts) {
  page.open("header", "class=\"cover\"");
  page.raw(band());
  page.element("p", facts.say(Word::kEyebrow), "class=\"eyebrow\"");
  page.element("h1", facts.territory.settings.name);
  std::string const pooled =
      enumeration({counted(facts, facts.territory.stakeholders.size(), Word::kOneStakeholder,
                           Word::kStakeholders),
                   counted(facts, facts.territory.needs.size(), Word::kOneNeed, Word::kNeeds),
                   counted(facts, facts.territory.contributions.size(), Word::kOneContribution,
                           Word::kContributions)},
                  facts.language);
  page.element("p", facts.say(Word::kLead, {pooled}), "class=\"lead\"");
  write_contents(page, facts);
  auto const drawing = draw_map(facts.territory, facts.plan);
  if (!drawing) {
    page.element("p", facts.say(Word::kNoMap), "class=\"quiet\"");
    page.close();
    return;
  }
  page.open("figure", "class=\"map-figure\"");
  page.raw(inline_map(*drawing, facts.territory, facts.language));
  write_legend(page, facts);
  if (drawing->wide.symbols.beyond > 0) {
    std::string const beyond = std::to_string(drawing->wide.symbols.beyond);
    page.element("p", facts.say(Word::kBeyondMap, {beyond}), "class=\"quiet\"");
  }
  page.close();
  page.close();
  page.close();
}

}  // namespace bocage::exchange
