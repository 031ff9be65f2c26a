#include "exchange/report/learning.h"

#include <algorithm>

#include "exchange/report/sections.h"
#include "exchange/wording/measure_words.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/program_words.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

constexpr std::size_t kRowsOnPaper = 15;

bool is_number(const FigureTable& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    return column < row.size() && row[column].number.has_value();
  });
}

void write_row(Html& page, const FigureTable& table, const std::vector<FigureCell>& row) {
  page.open("tr");
  for (std::size_t column = 0; column < row.size(); ++column) {
    if (column == 0) {
      page.element("th", row[column].text, "scope=\"row\"");
    } else {
      page.element("td", row[column].text, is_number(table, column) ? "class=\"number\"" : "");
    }
  }
  page.close();
}

void write_table(Html& page, const FigureTable& table) {
  page.element("h3", table.title);
  if (!table.charts.empty()) {
    page.open("div", "class=\"charts\"");
    for (const FigureChart& chart : table.charts) {
      page.open("figure");
      page.element("figcaption", chart.title);
      page.raw(chart.svg);
      page.close();
    }
    page.close();
  }
  if (!table.rows.empty()) {
    page.open("div", "class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                         std::string(table.id) + "\"");
    page.open("table", "class=\"figures-table\"");
    page.open("thead");
    page.open("tr");
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      page.element("th", table.header[column],
                   is_number(table, column) ? "scope=\"col\" class=\"number\"" : "scope=\"col\"");
    }
    page.close();
    page.close();
    page.open("tbody");
    for (const auto& row : table.rows) {
      write_row(page, table, row);
    }
    page.close();
    page.close();
    page.close();
  }
  if (!table.note.empty()) {
    page.element("p", table.note, "class=\"quiet\"");
  }
}

void write_list(Html& page, const std::vector<std::string>& sentences, const std::string& none) {
  if (sentences.empty()) {
    page.element("p", none);
    return;
  }
  page.open("ul");
  for (const std::string& sentence : sentences) {
    page.element("li", sentence);
  }
  page.close();
}

void write_tables(Html& page, FigureTables tables, territory::Language language) {
  shorten_tables(tables, kRowsOnPaper, language);
  for (const FigureTable& table : tables) {
    write_table(page, table);
  }
}

// What fits a page; the rest is in the workbook.
FigureTables for_paper(const FigureTables& tables) {
  FigureTables kept;
  std::copy_if(tables.begin(), tables.end(), std::back_inserter(kept),
               [](const FigureTable& table) {
                 return table.id != "wins" && table.id != "worst" && table.id != "grid" &&
                        table.id != "behaviour" && table.id != "units";
               });
  return kept;
}

void write_losses(Html& page, const ReportFacts& facts) {
  const ReportLearning& learning = *facts.learning;
  auto const tell = [&](std::string_view english, std::string_view french) {
    return say(facts.language, english, french);
  };
  page.element("p", learning.comparison.read_with_care, "class=\"waits\"");
  std::string const none = tell("On no criterion.", "Sur aucun critère.");
  page.element("h3", tell("Where cooperation loses, with what each method knows and keeps",
                          "Où la coopération perd, avec ce que chaque méthode sait et tient"));
  write_list(page, learning.comparison.losses, none);
  page.element("h3", tell("Where it loses even on paper", "Où elle perd même sur le papier"));
  write_list(page, learning.comparison.losses_on_paper, none);
  page.element("h3", tell("What this rests on", "Sur quoi cela repose"));
  write_list(page, learning.comparison.rests_on, none);
  if (!learning.comparison.left_out.empty()) {
    write_list(page, learning.comparison.left_out, none);
  }
  write_tables(page, for_paper(learning.comparison_tables), facts.language);
}

void write_compared(Html& page, const ReportFacts& facts) {
  const ReportLearning& learning = *facts.learning;
  auto const tell = [&](std::string_view english, std::string_view french) {
    return say(facts.language, english, french);
  };
  page.open("section", "id=\"learning\"");
  page.element("h2", tell("What the same means would have done otherwise",
                          "Ce que les mêmes moyens auraient fait autrement"));
  page.element("p", learning.comparison.headline);
  if (!learning.comparison_tables.empty()) {  // else there was nothing to compare
    write_losses(page, facts);
  }
  page.close();
  page.open("section", "id=\"dependence\"");
  page.element("h2", tell("Who depends on whom", "Qui dépend de qui"));
  write_tables(page, learning.dependence, facts.language);
  page.close();
  page.open("section", "id=\"missing\"");
  page.element("h2", tell("What is missing here", "Ce qui manque ici"));
  write_tables(page, learning.missing, facts.language);
  page.close();
}

// What is common, where there is something of the kind.
void write_shared(Html& page, const ReportFacts& facts, const char* anchor,
                  const std::string& title, const FigureTables& tables) {
  if (tables.empty()) {
    return;
  }
  page.open("section", "id=\"" + std::string(anchor) + "\"");
  page.element("h2", title);
  write_tables(page, tables, facts.language);
  page.close();
}

}  // namespace

void write_together(Html& page, const ReportFacts& facts) {
  FigureTables const tables = program_tables(facts.territory, facts.plan, facts.language);
  if (tables.empty()) {
    return;
  }
  page.open("section", "id=\"together\"");
  page.element("h2",
               say(facts.language, "Lots, conditions, activities", "Lots, conditions, activités"));
  write_tables(page, tables, facts.language);
  page.close();
}

void write_learning(Html& page, const ReportFacts& facts) {
  if (facts.learning == nullptr || !facts.learning->whole) {
    return;
  }
  const ReportLearning& learning = *facts.learning;
  auto const tell = [&](std::string_view english, std::string_view french) {
    return say(facts.language, english, french);
  };
  if (!learning.comparison.headline.empty()) {
    write_compared(page, facts);
  }
  write_shared(page, facts, "shared-costs",
               tell("Who pays what for what is common", "Qui paie quoi pour ce qui est commun"),
               learning.shared_costs);
  write_shared(page, facts, "shared-projects",
               tell("Which shared projects open", "Quels projets communs ouvrent"),
               learning.shared_projects);
  write_shared(page, facts, "shared-fund",
               tell("What the shared fund buys", "Ce que le fonds commun achète"),
               learning.shared_fund);
  write_shared(page, facts, "votes",
               tell("What the assembly decided", "Ce que l’assemblée a décidé"), learning.votes);
  write_shared(page, facts, "rules", tell("Which rules are kept", "Quelles règles sont respectées"),
               learning.rules);
}

void write_own_outcomes(Html& page, const ReportFacts& facts,
                        territory::StakeholderIndex stakeholder) {
  if (facts.learning == nullptr) {
    return;
  }
  std::vector<std::string> sentences;
  for (const territory::OwnOutcome& own : facts.learning->own) {
    auto const index = territory::find_need(facts.territory, own.need);
    if (!index || facts.need(*index).stakeholder != stakeholder || !rests_on_bids(own.method)) {
      continue;
    }
    std::string const method = name_of(own.method, facts.language);
    std::string const what = facts.what(*index);
    if (own.priced_out) {
      sentences.push_back(say(facts.language, "{0}: of {1}, nothing of use; others bid more.",
                              "{0}\u00A0: de {1}, rien d’utile\u00A0; d’autres offrent plus.",
                              method, what));
    } else {
      std::string const amount = facts.amount(facts.need(*index).family, own.useful);
      std::string const pays =
          own.pays
              ? say(facts.language, ", at {0} per unit", ", à {0} l’unité",
                    quantity_in_words(*own.pays, facts.territory.settings.currency, facts.language))
              : std::string();
      sentences.push_back(say(facts.language, "{0}: {1} of {2}{3}.", "{0}\u00A0: {1} de {2}{3}.",
                              method, amount, what, pays));
    }
  }
  if (!sentences.empty()) {
    page.element("h4", say(facts.language, "For you alone: what a market would have given you",
                           "Pour vous seul\u00A0: ce qu’un marché vous aurait donné"));
    write_list(page, sentences, "");
  }
}

}  // namespace bocage::exchange
