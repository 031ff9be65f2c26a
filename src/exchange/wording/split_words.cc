#include "exchange/wording/split_words.h"

#include <algorithm>

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/money.h"
#include "exchange/wording/names.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::size_t kShownOnTerminal = 40;

class Tables {
 public:
  Tables(const Territory& territory, const SplitReport& report, Language language)
      : all_(territory), report_(report), language_(language) {}

  FigureTables run() {
    for (std::size_t place = 0; place < report_.splits.size(); ++place) {
      cost_ = &all_.shared_costs[place];
      split_ = &report_.splits[place];
      add_shares();
      add_blocking();
    }
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string name(std::size_t member) const {
    return stakeholder_name(all_, cost_->members[member].stakeholder, language_);
  }
  [[nodiscard]] FigureCell money(Millionths amount) const {
    return figure(money_text(amount), amount);
  }
  [[nodiscard]] std::string money_text(Millionths amount) const {
    return money_in_words(amount, all_.settings.currency, language_);
  }
  [[nodiscard]] std::string names(const std::vector<std::size_t>& members) const {
    return member_names(all_, *cost_, members, language_);
  }

  void add_shares() {
    FigureTable& table =
        add_table(tables_, "split-" + cost_->id,
                  tell("{0}: {1} for {2} members", "{0}\u00A0: {1} pour {2} membres", cost_->name,
                       money_text(cost_->cost), cost_->members.size()));
    table.header = {tell("member", "membre"), tell("alone", "seul")};
    for (const MethodShares& method : split_->methods) {
      bool const chosen = cost_->method == method.method;
      table.header.push_back(method_in_words(method.method, language_) +
                             (chosen ? tell(" (chosen)", " (choisie)") : ""));
    }
    for (std::size_t member = 0; member < cost_->members.size(); ++member) {
      auto const by_itself = split_->alone[member];
      std::vector<FigureCell> row{words(name(member)), by_itself ? money(*by_itself) : words("–")};
      for (const MethodShares& method : split_->methods) {
        row.push_back(method.shares.empty() ? words("–") : money(method.shares[member].paid));
      }
      table.rows.push_back(std::move(row));
    }
    table.note = note();
  }

  [[nodiscard]] std::string note() const {
    std::string out = core_sentence();
    if (!cost_->method) {
      out += tell(" The group has chosen no key yet: write it under method in shared_costs.csv.",
                  " Le groupe n’a pas encore choisi de clé\u00A0: écrivez-la sous method dans "
                  "shared_costs.csv.");
    }
    for (const MethodShares& method : split_->methods) {
      out += why_not(method);
    }
    if (somebody_receives()) {
      out += tell(
          " A share below 0 is received, not paid: who joins saves the others more than it "
          "costs them.",
          " Une part sous 0 se reçoit au lieu de se payer\u00A0: qui se joint fait épargner "
          "aux autres plus qu’il ne leur coûte.");
    }
    bool const heads_assumed = std::any_of(cost_->members.begin(), cost_->members.end(),
                                           [](const CostMember& member) { return !member.heads; });
    if (heads_assumed) {
      out += tell(" A member that states no heads counts as one.",
                  " Un membre qui ne dit pas combien de têtes il compte en compte une.");
    }
    return out + how_exact();
  }

  [[nodiscard]] bool somebody_receives() const {
    return std::any_of(
        split_->methods.begin(), split_->methods.end(), [](const MethodShares& method) {
          return std::any_of(method.shares.begin(), method.shares.end(),
                             [](const MemberShare& share) { return share.paid < Millionths(0); });
        });
  }
  [[nodiscard]] std::string core_sentence() const {
    switch (split_->core) {
      case Core::kEmpty:
        return tell(
            "Whatever the key, some members would do better without the others: the "
            "common means costs too much for somebody to be held by money alone.",
            "Quelle que soit la clé, certains membres s’en tireraient mieux sans les "
            "autres\u00A0: le moyen commun coûte trop pour que l’argent seul tienne le "
            "groupe.");
      case Core::kOne:
        return tell(
            "One division alone leaves nobody better off without the others: the "
            "nucleolus.",
            "Une seule répartition ne laisse personne mieux sans les autres\u00A0: le "
            "nucléole.");
      case Core::kMany:
        return tell(
            "There are divisions that leave nobody better off without the others; the "
            "nucleolus is the one furthest from any quarrel.",
            "Il y a des répartitions qui ne laissent personne mieux sans les autres\u00A0; "
            "le nucléole est la plus éloignée de toute brouille.");
      case Core::kUnknown:
        break;
    }
    return tell("Whether some division leaves nobody better off without the others is not known.",
                "On ne sait pas si une répartition ne laisse personne mieux sans les autres.");
  }

  [[nodiscard]] std::string why_not(const MethodShares& method) const {
    std::string const key = method_in_words(method.method, language_);
    switch (method.why_not) {
      case WhyNotSplit::kNone:
        return {};
      case WhyNotSplit::kUseMissing:
        return tell(" Not computed: {0}, since the use of each is not stated.",
                    " Non calculé\u00A0: {0}, car l’usage de chacun n’est pas donné.", key);
      case WhyNotSplit::kAloneMissing:
        return tell(" Not computed: {0}, since nobody says what each would pay alone.",
                    " Non calculé\u00A0: {0}, car personne ne dit ce que chacun paierait seul.",
                    key);
      case WhyNotSplit::kAloneNothing:
        return tell(" Not computed: {0}, since alone everybody would pay nothing.",
                    " Non calculé\u00A0: {0}, car seul chacun ne paierait rien.", key);
      case WhyNotSplit::kTooManyMembers:
        return tell(" Not computed: {0}, which is exact up to {1} members.",
                    " Non calculé\u00A0: {0}, exact jusqu’à {1} membres.", key, kExactMembers);
      case WhyNotSplit::kTooLarge:
        return tell(" Not computed: {0}, whose figures are too large.",
                    " Non calculé\u00A0: {0}, dont les nombres sont trop grands.", key);
    }
    return {};
  }

  [[nodiscard]] std::string how_exact() const {
    if (split_->samples == 0) {
      return split_->all_coalitions
                 ? tell(" All {0} groups of members were looked at.",
                        " Les {0} groupes de membres ont tous été regardés.", split_->coalitions)
                 : tell(
                       " {0} groups of members were looked at: of the others nobody knows what "
                       "they would pay.",
                       " {0} groupes de membres ont été regardés\u00A0: des autres, personne ne "
                       "sait ce qu’ils paieraient.",
                       split_->coalitions);
    }
    std::string deviation;
    for (const MethodShares& method : split_->methods) {
      if (method.deviation) {
        deviation = money_text(up_to_a_cent(base::Fraction(method.deviation->count(), 1'000'000)));
      }
    }
    return tell(
        " Estimated: the Shapley value from {0} orders drawn by lot (standard error {1} at "
        "most), and {2} groups of members looked at, not all of them.",
        " Estimé\u00A0: la valeur de Shapley, sur {0} ordres tirés au sort (erreur type {1} "
        "au plus), et {2} groupes de membres regardés, pas tous.",
        split_->samples, deviation, split_->coalitions);
  }

  void add_blocking() {
    FigureTable& table =
        add_table(tables_, "blocking-" + cost_->id,
                  tell("{0}: who would do better without the others",
                       "{0}\u00A0: qui s’en tirerait mieux sans les autres", cost_->name));
    table.header = {tell("key", "clé"), tell("who", "qui"), tell("pay together", "paient ensemble"),
                    tell("would pay apart", "paieraient à part"), tell("too much", "en trop")};
    std::string nobody;
    std::string left_out;
    for (const MethodShares& method : split_->methods) {
      std::string const key = method_in_words(method.method, language_);
      for (const BlockingCoalition& one : method.blocking) {
        Millionths const more = up_to_a_cent(one.more);
        table.rows.push_back({words(key), words(names(one.members)), money(one.apart + more),
                              money(one.apart), money(more)});
      }
      if (method.blocking.empty() && method.why_not == WhyNotSplit::kNone) {
        nobody += (nobody.empty() ? "" : ", ") + key;
      }
      if (method.blocking_left_out > 0) {
        left_out +=
            tell(" {0}: {1} more.", " {0}\u00A0: {1} de plus.", key, method.blocking_left_out);
      }
    }
    if (!nobody.empty()) {
      table.note = tell("Nobody under: {0}.", "Personne avec\u00A0: {0}.", nobody);
    }
    table.note += left_out;
  }

  const Territory& all_;
  const SplitReport& report_;
  Language language_;
  const SharedCost* cost_ = nullptr;
  const CostSplit* split_ = nullptr;
  FigureTables tables_;
};

}  // namespace

std::string method_in_words(SplitMethod method, Language language) {
  switch (method) {
    case SplitMethod::kByHead:
      return say(language, "by head", "par tête");
    case SplitMethod::kByUse:
      return say(language, "by use", "selon l’usage");
    case SplitMethod::kEqualProfit:
      return say(language, "equal profit", "gain égal");
    case SplitMethod::kShapley:
      return say(language, "Shapley value", "valeur de Shapley");
    case SplitMethod::kNucleolus:
      return say(language, "nucleolus", "nucléole");
  }
  return {};
}

std::string member_names(const Territory& territory, const SharedCost& cost,
                         const std::vector<std::size_t>& members, Language language) {
  std::string out;
  for (std::size_t place = 0; place < members.size(); ++place) {
    out += place == 0 ? "" : place + 1 < members.size() ? ", " : say(language, " and ", " et ");
    out += stakeholder_name(territory, cost.members[members[place]].stakeholder, language);
  }
  return out;
}

FigureTables split_tables(const Territory& territory, const SplitReport& report,
                          Language language) {
  return Tables(territory, report, language).run();
}

std::string split_in_words(const Territory& territory, const SplitReport& report,
                           Language language) {
  return tables_for_terminal(split_tables(territory, report, language), kShownOnTerminal, language);
}

}  // namespace bocage::exchange
