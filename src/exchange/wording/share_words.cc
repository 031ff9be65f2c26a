#include "exchange/wording/share_words.h"

#include <algorithm>

#include "exchange/codes.h"
#include "exchange/json_object.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/money.h"
#include "exchange/wording/names.h"
#include "exchange/wording/say.h"
#include "exchange/wording/split_words.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::size_t kGroupsTold = 3;

std::optional<std::size_t> place_of(const SharedCost& cost, StakeholderIndex member) {
  for (std::size_t place = 0; place < cost.members.size(); ++place) {
    if (cost.members[place].stakeholder == member) {
      return place;
    }
  }
  return std::nullopt;
}

bool holds(const std::vector<std::size_t>& members, std::size_t member) {
  return std::find(members.begin(), members.end(), member) != members.end();
}

class Telling {
 public:
  Telling(const Territory& territory, const SharedCost& cost, const CostSplit& split,
          std::size_t member, Language language)
      : all_(territory), cost_(cost), split_(split), member_(member), language_(language) {}

  std::string run() {
    out_ = wrapped(tell("{0}, {1}: {2} for {3} members", "{0}, {1}\u00A0: {2} pour {3} membres",
                        name(member_), cost_.name, money(cost_.cost), cost_.members.size()),
                   0);
    auto const& alone = split_.alone[member_];
    add(alone ? tell("Alone: {0}.", "Seul\u00A0: {0}.", money(*alone))
              : tell("Nobody says what it would pay alone.",
                     "Personne ne dit ce qu’elle paierait seule."));
    for (const MethodShares& method : split_.methods) {
      if (method.why_not == WhyNotSplit::kNone) {
        add_method(method);
      }
    }
    add_what_holds();
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string money(Millionths amount) const {
    return money_in_words(amount, all_.settings.currency, language_);
  }
  [[nodiscard]] std::string name(std::size_t member) const {
    return stakeholder_name(all_, cost_.members[member].stakeholder, language_);
  }
  [[nodiscard]] std::string names(const std::vector<std::size_t>& members) const {
    return member_names(all_, cost_, members, language_);
  }
  void add(const std::string& sentence) { out_ += wrapped(sentence, 2); }

  void add_method(const MethodShares& method) {
    Millionths const paid = method.shares[member_].paid;
    std::string sentence =
        tell("{0}{1}: {2}", "{0}{1}\u00A0: {2}", method_in_words(method.method, language_),
             cost_.method == method.method ? tell(" (chosen)", " (choisie)") : "", money(paid));
    if (auto const& alone = split_.alone[member_]) {
      sentence +=
          *alone < paid
              ? tell(", {0} more than alone", ", {0} de plus que seul", money(paid - *alone))
              : tell(", {0} less than alone", ", {0} de moins que seul", money(*alone - paid));
    }
    add(sentence + ".");
    std::size_t with_it = 0;
    for (const BlockingCoalition& one : method.blocking) {
      if (one.members.size() == 1 || !holds(one.members, member_)) {
        continue;
      }
      with_it += 1;
      if (with_it <= kGroupsTold) {
        out_ += wrapped(tell("{0} pay {1} too much together: apart they would pay {2}.",
                             "{0} paient ensemble {1} de trop\u00A0: à part, ce serait {2}.",
                             names(one.members), money(up_to_a_cent(one.more)), money(one.apart)),
                        4);
      }
    }
    if (with_it > kGroupsTold) {
      out_ += wrapped(tell("And {0} more such groups with it.", "Et {0} autres groupes avec elle.",
                           with_it - kGroupsTold),
                      4);
    }
  }

  // The first step of the proof that speaks of the member.
  void add_what_holds() {
    for (const NucleolusStep& step : split_.nucleolus) {
      std::vector<std::string> groups;
      for (const SettledCoalition& one : step.settled) {
        if (holds(one.members, member_)) {
          groups.push_back(names(one.members));
        }
      }
      if (groups.empty()) {
        continue;
      }
      std::string list;
      for (std::size_t place = 0; place < std::min(groups.size(), kGroupsTold); ++place) {
        list += (place == 0 ? "" : list_separator(language_)) + groups[place];
      }
      add(what_holds(step.complaint, list));
      return;
    }
  }

  [[nodiscard]] std::string what_holds(const base::Fraction& complaint,
                                       const std::string& groups) const {
    if (complaint > base::Fraction()) {
      return tell(
          "The nucleolus stands there because these groups pay {0} more than apart, and no "
          "division spares them all: {1}.",
          "Le nucléole est là parce que ces groupes paient {0} de plus qu’à part, et "
          "qu’aucune répartition ne les épargne tous\u00A0: {1}.",
          money(up_to_a_cent(complaint)), groups);
    }
    base::Fraction const saved(-complaint.numerator(), complaint.denominator());
    return tell(
        "The nucleolus stands there because these groups save {0}, the least of all, and no "
        "division gives all of them more: {1}.",
        "Le nucléole est là parce que ces groupes épargnent {0}, le moins de tous, et "
        "qu’aucune répartition ne donne plus à tous\u00A0: {1}.",
        money(up_to_a_cent(saved)), groups);
  }

  const Territory& all_;
  const SharedCost& cost_;
  const CostSplit& split_;
  std::size_t member_;
  Language language_;
  std::string out_;
};

std::string method_json(const Territory& territory, const SharedCost& cost,
                        const MethodShares& method, std::size_t member) {
  std::vector<BlockingCoalition> with_it;
  std::copy_if(method.blocking.begin(), method.blocking.end(), std::back_inserter(with_it),
               [&](const BlockingCoalition& one) { return holds(one.members, member); });
  return JsonObject()
      .text("method", code_of(method.method))
      .text("exact", base::to_text(method.shares[member].exact))
      .number("paid", method.shares[member].paid)
      .raw("blocking",
           json_list(with_it,
                     [&](const BlockingCoalition& one) {
                       std::vector<std::string> ids;
                       for (std::size_t const place : one.members) {
                         ids.push_back(
                             territory.stakeholders[cost.members[place].stakeholder.position()].id);
                       }
                       return JsonObject()
                           .texts("members", ids)
                           .number("apart", one.apart)
                           .text("more", base::to_text(one.more))
                           .take();
                     }))
      .take();
}

}  // namespace

std::string shares_of_member(const Territory& territory, const SplitReport& report,
                             StakeholderIndex member, Language language) {
  std::string out;
  for (std::size_t place = 0; place < report.splits.size(); ++place) {
    const SharedCost& cost = territory.shared_costs[place];
    if (auto const found = place_of(cost, member)) {
      out += (out.empty() ? "" : "\n") +
             Telling(territory, cost, report.splits[place], *found, language).run();
    }
  }
  return out;
}

std::string write_shares_of_member(const Territory& territory, const SplitReport& report,
                                   StakeholderIndex member) {
  std::vector<std::string> costs;
  for (std::size_t place = 0; place < report.splits.size(); ++place) {
    const SharedCost& cost = territory.shared_costs[place];
    auto const found = place_of(cost, member);
    if (!found) {
      continue;
    }
    std::vector<std::string> methods;
    for (const MethodShares& method : report.splits[place].methods) {
      if (method.why_not == WhyNotSplit::kNone) {
        methods.push_back(method_json(territory, cost, method, *found));
      }
    }
    costs.push_back(JsonObject()
                        .text("id", cost.id)
                        .number("alone", report.splits[place].alone[*found])
                        .raw("methods", json_list(methods, [](auto& one) { return one; }))
                        .take());
  }
  return JsonDocument()
      .text("format", "bocage-share/1")
      .text("stakeholder", territory.stakeholders[member.position()].id)
      .raw("costs", json_lines(costs, [](auto& one) { return one; }))
      .take();
}

}  // namespace bocage::exchange
