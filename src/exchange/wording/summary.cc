#include "exchange/wording/summary.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "exchange/wording/assumptions.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/program_words.h"
#include "exchange/wording/reasons.h"
#include "exchange/wording/say.h"
#include "exchange/wording/shortage.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// Longer lists end with how many more there are: the report has a sheet for each.
constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMostUnmet = 500;

std::string criterion_in_words(Criterion criterion, Language language) {
  switch (criterion) {
    case Criterion::kMinimum:
      return say(language, "the minima", "les minima");
    case Criterion::kFair:
      return say(language, "fair shares", "le partage équitable");
    case Criterion::kTotal:
      return say(language, "the most quantity", "la plus grande quantité");
    case Criterion::kValue:
      return say(language, "the most value", "la plus grande valeur");
    case Criterion::kStability:
      return say(language, "the fewest changes", "le moins de changements");
    case Criterion::kDistance:
      return say(language, "the least distance", "le moins de distance");
    case Criterion::kCost:
      return say(language, "the least cost", "le moindre coût");
  }
  return {};
}

// Those that people stated; what activities take and make comes from their own table.
template <class Offers>
std::size_t stated(const Offers& offers) {
  return static_cast<std::size_t>(std::count_if(offers.begin(), offers.end(),
                                                [](const auto& offer) { return !offer.activity; }));
}

bool fair_leads(const Plan& plan) {
  return std::find(plan.order.begin(), plan.order.end(), Criterion::kFair) != plan.order.end();
}

class Summary {
 public:
  Summary(const Territory& territory, const Plan& plan, Language language)
      : territory_(territory), plan_(plan), language_(language) {}

  [[nodiscard]] std::string text(bool checked) {
    std::string out = head() + set_aside() + shortages() + unserved() + lines() + together() +
                      assumptions_in_words(territory_, plan_, language_);
    if (checked) {
      out += "\n" + wrapped(checked_sentence(territory_, plan_, language_), 0);
    }
    return out;
  }

 private:
  using Align = Columns::Align;

  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }

  // "1 need", "6 needs"; in French every word of the noun takes the plural.
  [[nodiscard]] std::string counted(std::size_t number, std::string_view english,
                                    std::string_view french) const {
    std::string noun(language_ == Language::kFrench ? french : english);
    if (number > 1 || (number == 0 && language_ == Language::kEnglish)) {
      for (std::size_t space = noun.find(' '); space != std::string::npos;
           space = noun.find(' ', space + 2)) {
        noun.insert(space, "s");
      }
      noun += "s";
    }
    return std::to_string(number) + " " + noun;
  }

  [[nodiscard]] std::string head() const;
  [[nodiscard]] std::string totals() const;
  [[nodiscard]] std::string set_aside() const;
  [[nodiscard]] std::string shortages();
  [[nodiscard]] std::string shortage(const PlanBlock& block,
                                     const std::vector<const PlanNeed*>& needs);
  [[nodiscard]] std::string unserved();
  [[nodiscard]] std::string lines() const;
  // Where lots, conditions or activities decide.
  [[nodiscard]] std::string together() const {
    constexpr std::size_t kShown = 12;
    FigureTables const tables = program_tables(territory_, plan_, language_);
    return tables.empty() ? std::string() : "\n" + tables_for_terminal(tables, kShown, language_);
  }
  [[nodiscard]] std::string more(std::size_t all, std::size_t shown) const;
  [[nodiscard]] std::vector<std::string> need_row(const PlanNeed& need) const;

  [[nodiscard]] const Need* row_of(const PlanNeed& need) const {
    auto const found = find_need(territory_, need.id);
    return found ? &territory_.needs[found->position()] : nullptr;
  }
  [[nodiscard]] std::string amount(const Need& need, Millionths quantity) const {
    return quantity_in_words(quantity, territory_.families[need.family.position()].unit, language_);
  }

  const Territory& territory_;
  const Plan& plan_;
  Language language_;
  std::size_t unmet_shown_ = 0;
};

std::string Summary::head() const {
  std::string order;
  for (Criterion const criterion : plan_.order) {
    order += order.empty() ? "" : tell(", then ", ", puis ");
    order += criterion_in_words(criterion, language_);
  }
  std::string const rule =
      plan_.rule == Rule::kPeople
          ? tell("shares by the number of people", "parts selon le nombre de personnes")
          : tell("shares in proportion to what is needed", "parts en proportion du besoin");
  std::string out = plan_.territory + "\n";
  // Without fair shares in the order, nobody's size counts.
  std::string const rule_told =
      fair_leads(plan_) ? tell("Rule: {0}. ", "Règle\u00A0: {0}. ", rule) : "";
  out += wrapped(rule_told + tell("Order: {0}.", "Ordre\u00A0: {0}.", order), 0);
  if (plan_.answer) {
    out += *plan_.answer == Answer::kKeep
               ? tell("Answer: what was accepted is kept.\n",
                      "Réponse\u00A0: ce qui a été accepté est gardé.\n")
               : tell("Answer: the change is shared among all.\n",
                      "Réponse\u00A0: le changement est partagé entre tous.\n");
  }
  return out + "\n" + totals();
}

std::string Summary::totals() const {
  const PlanSummary& all = plan_.summary;
  std::string out =
      wrapped(tell("Pooled: {0} and {1} of {2}.", "Mis en commun\u00A0: {0} et {1} de {2}.",
                   counted(stated(territory_.needs), "need", "besoin"),
                   counted(stated(territory_.contributions), "contribution", "apport"),
                   counted(territory_.stakeholders.size(), "stakeholder", "partie prenante")),
              0);
  out += headline_of(plan_, language_);
  Columns units({Align::kRight, Align::kLeft, Align::kRight, Align::kLeft});
  for (const UnitSummary& unit : all.by_unit) {
    if (unit.needed == Millionths(0)) {
      continue;  // activities alone take it
    }
    Millionths const ratio(unit.needed == Millionths(0)
                               ? 1'000'000
                               : static_cast<std::int64_t>(base::Int128{unit.served.count()} *
                                                           1'000'000 / unit.needed.count()));
    units.add_row({quantity_in_words(unit.served, unit.unit, language_), tell("of", "sur"),
                   quantity_in_words(unit.needed, unit.unit, language_),
                   "(" + percent_in_words(ratio, language_) + ")"});
  }
  return out + units.to_text(2);
}

// First in the plan: who gets nothing because the minima cannot all be met.
std::string Summary::set_aside() const {
  if (!plan_.minima) {
    return {};
  }
  const MinimaShortage& minima = *plan_.minima;
  std::string out = "\n" + tell("Set aside\n", "Mis de côté\n");
  for (const UnitSummary& unit : minima.by_unit) {
    out += wrapped(tell("The minima ask for {0}; {1} of them can be met together.",
                        "Les minima demandent {0}\u00A0; {1} peuvent être tenus ensemble.",
                        quantity_in_words(unit.needed, unit.unit, language_),
                        quantity_in_words(unit.served, unit.unit, language_)),
                   2);
  }
  out += wrapped(minima.kept == minima.bound
                     ? tell("Needs that keep their minimum: {0}; no choice keeps more.",
                            "Besoins qui gardent leur minimum\u00A0: {0}\u00A0; aucun choix n’en "
                            "garde davantage.",
                            minima.kept)
                     : tell("Needs that keep their minimum: {0}; no choice keeps more than {1}.",
                            "Besoins qui gardent leur minimum\u00A0: {0}\u00A0; aucun choix n’en "
                            "garde plus de {1}.",
                            minima.kept, minima.bound),
                 2);
  if (minima.drawn) {
    out += wrapped(
        tell("A lot decided between equal choices, drawn from the number {0}.",
             "Un tirage au sort a départagé des choix égaux, à partir du nombre {0}.", minima.lot),
        2);
  }
  Columns rows({Align::kLeft, Align::kLeft, Align::kRight, Align::kLeft});
  for (const SetAside& aside : minima.set_aside) {
    auto const found = find_need(territory_, aside.need);
    if (!found) {
      continue;
    }
    const Need& need = territory_.needs[found->position()];
    rows.add_row({stakeholder_name(territory_, need.stakeholder, language_),
                  resource_names(territory_, need.resources, language_),
                  tell("minimum {0}", "minimum {0}", amount(need, aside.minimum)),
                  aside.returns_with ? tell("{0} more within its reach would bring it back",
                                            "{0} de plus à sa portée le ramèneraient",
                                            amount(need, *aside.returns_with))
                                     : ""});
  }
  return out + rows.to_text(2);
}

std::vector<std::string> Summary::need_row(const PlanNeed& need) const {
  const Need* const row = row_of(need);
  if (row == nullptr) {
    return {need.id};
  }
  Millionths const quantity = in_units(territory_, row->family, row->quantity);
  return {stakeholder_name(territory_, row->stakeholder, language_),
          resource_names(territory_, row->resources, language_),
          amount(*row, need.served),
          tell("of", "sur"),
          amount(*row, quantity),
          percent_in_words(need.fill, language_)};
}

std::string Summary::more(std::size_t all, std::size_t shown) const {
  return all <= shown ? ""
                      : wrapped(tell("… and {0} more; the report has a sheet for each stakeholder.",
                                     "… et {0} de plus\u00A0; le rapport a une fiche pour chaque "
                                     "partie prenante.",
                                     all - shown),
                                2);
}

std::string Summary::shortages() {
  std::map<int, std::vector<const PlanNeed*>> unmet;
  for (const PlanNeed& need : plan_.needs) {
    if (need.block && need.reason != Reason::kMet) {
      unmet[*need.block].push_back(&need);
    }
  }
  std::string out;
  std::size_t all = 0;
  for (const auto& [number, needs] : unmet) {
    const PlanBlock* const block = find_block(plan_, number);
    all += needs.size();
    if (block != nullptr && unmet_shown_ < kMostUnmet) {
      out += shortage(*block, needs);
    }
  }
  out += out.empty() ? "" : more(all, unmet_shown_);
  return out.empty() ? out : "\n" + tell("Short\n", "Pénuries\n") + out;
}

std::string Summary::shortage(const PlanBlock& block, const std::vector<const PlanNeed*>& needs) {
  std::set<std::string> resources;
  std::string unit;
  for (const PlanNeed* need : needs) {
    if (const Need* row = row_of(*need)) {
      resources.insert(resource_names(territory_, row->resources, language_));
      unit = territory_.families[row->family.position()].unit;
    }
  }
  std::string const of = resources.size() == 1 ? *resources.begin() : "";
  std::string out = wrapped(shortage_sentence(territory_, plan_, block, of, unit, language_), 2);
  Columns rows(
      {Align::kLeft, Align::kLeft, Align::kRight, Align::kLeft, Align::kRight, Align::kRight});
  std::string apart;
  std::size_t const shown = std::min(needs.size(), kMostUnmet - unmet_shown_);
  for (std::size_t i = 0; i < shown; ++i) {
    const PlanNeed* const need = needs[i];
    std::vector<std::string> cells = need_row(*need);
    bool const said_for_all =
        need->reason == Reason::kSharedShortage ||
        (need->reason == Reason::kAtMinimum && block.level == base::Fraction());
    if (!said_for_all) {
      apart += wrapped(tell("{0}: {1}", "{0}\u00A0: {1}", cells.front(),
                            reason_sentence(territory_, plan_, *need, language_)),
                       4);
    }
    rows.add_row(std::move(cells));
  }
  unmet_shown_ += shown;
  return out + rows.to_text(4) + apart;
}

// Needs that are short for a reason of their own, outside any block; the set aside stand first
// already.
std::string Summary::unserved() {
  std::string out;
  std::size_t all = 0;
  for (const PlanNeed& need : plan_.needs) {
    bool const told = need.block || need.reason == Reason::kMet ||
                      need.reason == Reason::kActivity ||
                      (need.reason == Reason::kSetAside && plan_.minima);
    all += told ? 0 : 1;
    if (told || all > kMostUnmet) {
      continue;
    }
    std::vector<std::string> const row = need_row(need);
    std::string const line = row.size() < 5
                                 ? row.front()
                                 : tell("{0} — {1}: {2} {3} {4}.", "{0} — {1}\u00A0: {2} {3} {4}.",
                                        row[0], row[1], row[2], row[3], row[4]);
    out += wrapped(line, 2) + wrapped(reason_sentence(territory_, plan_, need, language_), 4);
  }
  return out.empty()
             ? out
             : "\n" + tell("Not met\n", "Besoins non couverts\n") + out + more(all, kMostUnmet);
}

// Every line once, with those who receive; by stakeholder, in the order of their ids.
std::string Summary::lines() const {
  if (plan_.transfers.empty()) {
    return {};
  }
  struct Line {
    StakeholderIndex receiver;
    const PlanTransfer* transfer;
  };
  std::vector<Line> all;
  for (const PlanTransfer& transfer : plan_.transfers) {
    auto const need = find_need(territory_, transfer.need);
    all.push_back(
        {need ? territory_.needs[need->position()].stakeholder : StakeholderIndex(), &transfer});
  }
  std::sort(all.begin(), all.end(), [](const Line& a, const Line& b) {
    return std::tie(a.receiver, a.transfer->need, a.transfer->contribution) <
           std::tie(b.receiver, b.transfer->need, b.transfer->contribution);
  });
  Columns rows({Align::kLeft, Align::kRight, Align::kLeft, Align::kLeft, Align::kRight});
  for (std::size_t i = 0; i < std::min(all.size(), kMostLines); ++i) {
    const PlanTransfer& transfer = *all[i].transfer;
    bool const same_receiver = i > 0 && all[i - 1].receiver == all[i].receiver;
    auto const need = find_need(territory_, transfer.need);
    std::string quantity = number_in_words(transfer.quantity, language_);
    std::string resource;
    if (auto const given = find_contribution(territory_, transfer.contribution); need && given) {
      quantity = amount(territory_.needs[need->position()], transfer.quantity);
      resource = resource_names(territory_, territory_.contributions[given->position()].resources,
                                language_);
    }
    rows.add_row({same_receiver ? "" : owner_of_need(territory_, transfer.need, language_),
                  quantity, resource,
                  tell("from {0}", "de {0}",
                       owner_of_contribution(territory_, transfer.contribution, language_)),
                  distance_of_line(territory_, transfer, language_)});
  }
  return "\n" + tell("Who gets what from whom\n", "Qui reçoit quoi de qui\n") + rows.to_text(2) +
         more(all.size(), kMostLines);
}

}  // namespace

std::string checked_sentence(const Territory& territory, const Plan& plan, Language language) {
  if (!fair_leads(plan)) {
    return say(language,
               "Checked: quantities, links and bounds hold, and no other plan does better by the "
               "order chosen.",
               "Vérifié\u00A0: quantités, liens et bornes sont respectés, et aucun autre plan ne "
               "fait mieux selon l’ordre "
               "retenu.");
  }
  bool const all_decided_together = !plan.programs.empty() && plan.blocks.empty();
  if (all_decided_together) {
    return say(language,
               "Checked: quantities, lots, conditions and recipes hold, and every proof adds up.",
               "Vérifié\u00A0: quantités, lots, conditions et recettes sont respectés, et chaque "
               "preuve se vérifie.");
  }
  bool const minima = plan.order.front() == Criterion::kMinimum &&
                      std::any_of(territory.needs.begin(), territory.needs.end(),
                                  [](const Need& need) { return need.minimum > Quanta(0); });
  std::string text = say(
      language,
      "Checked: nobody could get more without someone who has no more than they do getting less",
      "Vérifié\u00A0: personne ne pourrait recevoir plus sans que quelqu’un qui n’a pas plus que "
      "lui "
      "reçoive moins");
  if (minima) {
    text += say(language, ", apart from the minima agreed", ", hormis les minima convenus");
  }
  if (territory.settings.memory > 0) {
    text += say(language, ", counting past cycles", ", cycles passés compris");
  }
  if (!plan.programs.empty()) {
    text +=
        say(language, "; where lots, conditions or activities decide, every proof adds up",
            "\u00A0; là où des lots, des conditions ou des activités décident, chaque preuve se "
            "vérifie");
  }
  return text + ".";
}

std::string headline_of(const Plan& plan, Language language) {
  const PlanSummary& all = plan.summary;
  int const nothing = all.needs - all.served;
  std::string facts = say(language, "{0} of {1} needs get something",
                          "{0} besoins sur {1} reçoivent quelque chose", all.served, all.needs);
  if (all.lowest_fill) {
    facts += say(language, " · least served {0}", " · le moins servi {0}",
                 percent_in_words(*all.lowest_fill, language));
  }
  facts += nothing == 0
               ? say(language, " · nobody left out", " · personne n’est laissé de côté")
               : say(language, nothing == 1 ? " · {0} gets nothing" : " · {0} get nothing",
                     nothing == 1 ? " · {0} ne reçoit rien" : " · {0} ne reçoivent rien", nothing);
  return wrapped(facts, 0);
}

std::string summary_of(const Territory& territory, const Plan& plan, Language language,
                       bool checked) {
  return Summary(territory, plan, language).text(checked);
}

}  // namespace bocage::exchange
