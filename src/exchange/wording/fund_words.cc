#include "exchange/wording/fund_words.h"

#include <algorithm>

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/money.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::size_t kShownOnTerminal = 60;

class Tables {
 public:
  Tables(const FundVote& vote, const FundReport& report, Language language)
      : vote_(vote), report_(report), language_(language) {}

  FigureTables run() {
    add_projects();
    add_totals();
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] FigureCell money(Millionths amount) const {
    return figure(money_in_words(amount, vote_.currency, language_), amount);
  }
  [[nodiscard]] std::string name(const FundOutcome& outcome) const {
    std::string const utility =
        outcome.utility == FundUtility::kCost          ? tell("by cost", "selon le coût")
        : outcome.utility == FundUtility::kCardinality ? tell("one each", "un pour un")
                                                       : tell("by points", "selon les points");
    return utility + (outcome.completed ? tell(", completed", ", complété") : "");
  }

  void add_projects() {
    FigureTable& table =
        add_table(tables_, "fund",
                  tell("{0}: what the votes of {1} buy with {2}",
                       "{0}\u00A0: ce que les votes de {1} personnes achètent avec {2}", vote_.name,
                       vote_.ballots.size(), money(vote_.budget).text));
    table.header = {tell("project", "projet"), tell("cost", "coût"), tell("votes", "votes")};
    for (const FundOutcome& outcome : report_.outcomes) {
      table.header.push_back(name(outcome));
    }
    table.header.push_back(tell("most votes", "le plus de votes"));
    if (vote_.official) {
      table.header.push_back(tell("decided", "décidé"));
    }
    for (std::size_t const project : by_votes()) {
      table.rows.push_back(row_of(project));
    }
    table.note = tell(
        "Equal shares: the money belongs to the voters in equal parts, and projects are bought one "
        "by one, each time the one whose supporters pay least for what they gain: its cost, or the "
        "same from each project. The number is the order. Completed: everybody is given {0} more, "
        "step by step, as long as what is bought fits the budget.",
        "Parts égales\u00A0: l’argent appartient aux votants à parts égales, et les projets "
        "s’achètent un par un, chaque fois celui dont les soutiens paient le moins pour ce qu’ils "
        "y gagnent\u00A0: son coût, ou autant de chaque projet. Le nombre est l’ordre. "
        "Complété\u00A0: chacun reçoit {0} de plus, pas à pas, tant que ce qui s’achète tient dans "
        "le budget.",
        money(report_.step).text);
  }

  [[nodiscard]] std::int64_t votes(std::size_t project) const {
    return std::count_if(vote_.ballots.begin(), vote_.ballots.end(), [&](const FundBallot& one) {
      return std::binary_search(one.projects.begin(), one.projects.end(), project);
    });
  }
  [[nodiscard]] std::vector<std::size_t> by_votes() const {
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (std::size_t project = 0; project < vote_.projects.size(); ++project) {
      order.emplace_back(-votes(project), project);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> projects;
    projects.reserve(order.size());
    for (auto const& [count, project] : order) {
      projects.push_back(project);
    }
    return projects;
  }

  [[nodiscard]] std::vector<FigureCell> row_of(std::size_t project) const {
    std::vector<FigureCell> row{words(vote_.projects[project].name),
                                money(vote_.projects[project].cost), count_cell(votes(project))};
    for (const FundOutcome& outcome : report_.outcomes) {
      auto const found =
          std::find_if(outcome.bought.begin(), outcome.bought.end(),
                       [&](const FundPurchase& one) { return one.project == project; });
      row.push_back(found == outcome.bought.end()
                        ? words("–")
                        : count_cell(std::distance(outcome.bought.begin(), found) + 1));
    }
    row.push_back(yes_or_no(report_.most_votes, project));
    if (vote_.official) {
      row.push_back(yes_or_no(*vote_.official, project));
    }
    return row;
  }
  [[nodiscard]] FigureCell yes_or_no(const std::vector<std::size_t>& list,
                                     std::size_t project) const {
    return words(std::binary_search(list.begin(), list.end(), project) ? tell("yes", "oui") : "–");
  }

  void add_totals() {
    FigureTable& table = add_table(
        tables_, "fund-totals",
        tell("Who is heard, and what is spent", "Qui est entendu, et ce qui est dépensé"));
    table.header = {
        tell("method", "méthode"), tell("spent", "dépensé"),
        tell("voters with nothing they voted for", "votants sans rien de ce qu’ils ont voté")};
    bool tied = false;
    for (const FundOutcome& outcome : report_.outcomes) {
      std::vector<std::size_t> bought;
      for (const FundPurchase& one : outcome.bought) {
        bought.push_back(one.project);
      }
      std::sort(bought.begin(), bought.end());
      table.rows.push_back(
          {words(name(outcome)), money(outcome.cost), count_cell(unheard(bought))});
      tied = tied || outcome.tied;
    }
    Millionths spent(0);
    for (std::size_t const project : report_.most_votes) {
      spent += vote_.projects[project].cost;
    }
    table.rows.push_back({words(tell("most votes", "le plus de votes")), money(spent),
                          count_cell(unheard(report_.most_votes))});
    if (tied) {
      table.note = tell(
          "Equal rates were met: more supporters go first, then less cost, then the lot.",
          "Des taux égaux se sont présentés\u00A0: d’abord plus de soutiens, puis moins de coût, "
          "puis le sort.");
    }
  }

  [[nodiscard]] std::int64_t unheard(const std::vector<std::size_t>& bought) const {
    return std::count_if(vote_.ballots.begin(), vote_.ballots.end(), [&](const FundBallot& one) {
      return std::none_of(one.projects.begin(), one.projects.end(), [&](std::size_t project) {
        return std::binary_search(bought.begin(), bought.end(), project);
      });
    });
  }

  const FundVote& vote_;
  const FundReport& report_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

FigureTables fund_tables(const FundVote& vote, const FundReport& report, Language language) {
  return Tables(vote, report, language).run();
}

std::string fund_in_words(const FundVote& vote, const FundReport& report, Language language) {
  return tables_for_terminal(fund_tables(vote, report, language), kShownOnTerminal, language);
}

}  // namespace bocage::exchange
