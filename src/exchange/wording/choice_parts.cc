#include "exchange/wording/choice_parts.h"

#include <algorithm>

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/money.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using base::Int128;

constexpr std::int64_t kOne = 1'000'000;

Millionths to_millionths(Int128 number) { return Millionths(static_cast<std::int64_t>(number)); }

class Parts {
 public:
  Parts(FigureTables& tables, const Territory& territory, const ChoiceReport& report,
        Language language)
      : tables_(tables), all_(territory), report_(report), language_(language) {}

  void run() {
    add_makers();
    add_money();
    add_limits();
    add_members();
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string name(StakeholderIndex stakeholder) const {
    return stakeholder_name(all_, stakeholder, language_);
  }
  [[nodiscard]] FigureCell money(Millionths amount) const {
    return figure(money_in_words(amount, all_.settings.currency, language_), amount);
  }

  void add_makers() {
    for (const OpenProject& open : report_.chosen.open) {
      const SharedProject& project = all_.projects[open.project];
      if (!project.quantity) {
        continue;
      }
      FigureTable& table =
          add_table(tables_, "makes-" + project.id,
                    tell("{0}: who makes what", "{0}\u00A0: qui produit quoi", project.name));
      // What each asks a unit is its own affair: the law forbids firms to share their prices.
      table.header = {tell("member", "membre"), tell("quantity", "quantité"),
                      tell("share", "part")};
      for (const MadeQuantity& made : open.makes) {
        Int128 const ratio = Int128{made.quantity.count()} * kOne / project.quantity->count();
        table.rows.push_back({words(name(made.member)),
                              quantity_cell(made.quantity, project.unit, language_),
                              words(percent_in_words(to_millionths(ratio), language_))});
      }
      base::Fraction const even(cost_of_open(project, open),
                                Int128{kOne} * project.quantity->count());
      table.note =
          tell("Costs are covered from {0} a unit.",
               "Les coûts sont couverts à partir de {0} l’unité.", money(up_to_a_cent(even)).text);
    }
  }

  void add_money() {
    if (all_.funders.empty()) {
      return;
    }
    FigureTable& table = add_table(tables_, "funders", tell("Who pays", "Qui paie"));
    table.header = {tell("funder", "financeur"), tell("budget", "budget"), tell("spent", "dépensé"),
                    tell("of the budget", "du budget")};
    for (std::size_t place = 0; place < all_.funders.size(); ++place) {
      Int128 spent = 0;
      for (const OpenProject& open : report_.chosen.open) {
        for (const FundedAmount& funded : open.funding) {
          spent += funded.funder == place ? funded.amount.count() : 0;
        }
      }
      Millionths const budget = all_.funders[place].budget;
      Int128 const ratio = budget.count() == 0 ? 0 : spent * kOne / budget.count();
      table.rows.push_back({words(name(all_.funders[place].stakeholder)), money(budget),
                            money(to_millionths(spent)),
                            words(percent_in_words(to_millionths(ratio), language_))});
    }
    table.note = tell(
        "Each is asked for the same part of its budget, as far as competences, ceilings and limits "
        "allow.",
        "À chacun, la même part de son budget est demandée, autant que le permettent compétences, "
        "plafonds et limites.");
  }

  void add_limits() {
    if (all_.limits.empty()) {
      return;
    }
    FigureTable& table = add_table(tables_, "limits", tell("What is limited", "Ce qui est limité"));
    table.header = {tell("limit", "limite"), tell("there is", "il y a"), tell("used", "employé")};
    for (std::size_t place = 0; place < all_.limits.size(); ++place) {
      const ProjectLimit& limit = all_.limits[place];
      std::int64_t used = 0;
      for (const OpenProject& open : report_.chosen.open) {
        for (const ProjectUse& use : all_.projects[open.project].uses) {
          used += use.limit == place ? use.quantity.count() : 0;
        }
      }
      table.rows.push_back({words(limit.name), quantity_cell(limit.quantity, limit.unit, language_),
                            quantity_cell(Millionths(used), limit.unit, language_)});
    }
  }

  void add_members() {
    if (report_.members == 0) {
      return;
    }
    FigureTable& table = add_table(tables_, "members", tell("Who is in what", "Qui est dans quoi"));
    table.header = {tell("member", "membre"), tell("projects", "projets"),
                    tell("without the guarantee", "sans la garantie")};
    std::vector<StakeholderIndex> members;
    for (const SharedProject& project : all_.projects) {
      for (const ProjectMember& member : project.members) {
        members.push_back(member.stakeholder);
      }
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    for (StakeholderIndex const member : members) {
      table.rows.push_back({words(name(member)), words(projects_with(report_.chosen, member)),
                            words(projects_with(report_.free, member))});
    }
  }

  [[nodiscard]] std::string projects_with(const Choice& choice, StakeholderIndex member) const {
    std::string out;
    for (const OpenProject& open : choice.open) {
      const SharedProject& project = all_.projects[open.project];
      bool const is_in =
          project.quantity
              ? std::any_of(open.makes.begin(), open.makes.end(),
                            [&](const MadeQuantity& made) { return made.member == member; })
              : std::any_of(project.members.begin(), project.members.end(),
                            [&](const ProjectMember& one) { return one.stakeholder == member; });
      out += is_in ? (out.empty() ? "" : ", ") + project.name : "";
    }
    return out.empty() ? "–" : out;
  }

  FigureTables& tables_;
  const Territory& all_;
  const ChoiceReport& report_;
  Language language_;
};

}  // namespace

Int128 cost_of_open(const SharedProject& project, const OpenProject& open) {
  Int128 cost = Int128{kOne} * project.cost.count();
  for (const MadeQuantity& made : open.makes) {
    auto const member =
        std::find_if(project.members.begin(), project.members.end(),
                     [&](const ProjectMember& one) { return one.stakeholder == made.member; });
    if (member != project.members.end()) {
      cost += Int128{made.quantity.count()} * member->cost.count();
    }
  }
  return cost;
}

void add_choice_parts(FigureTables& tables, const Territory& territory, const ChoiceReport& report,
                      Language language) {
  Parts(tables, territory, report, language).run();
}

}  // namespace bocage::exchange
