#include "check/check_split.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/decimal.h"
#include "check/coalitions.h"
#include "check/nucleolus_proof.h"

namespace bocage::check {
namespace {

using base::Fraction;
using base::Int128;
using territory::BlockingCoalition;
using territory::Core;
using territory::CostSplit;
using territory::MemberShare;
using territory::MethodShares;
using territory::SharedCost;
using territory::SplitMethod;
using territory::Verdict;
using territory::WhyNotSplit;
using territory::Wrong;
using territory::WrongKind;

constexpr Int128 kMillion = 1'000'000;
constexpr std::array<const char*, 5> kMethods{"by_head", "by_use", "equal_profit", "shapley",
                                              "nucleolus"};

// Shapley from dividends (Harsanyi 1959): what a coalition adds to all it holds is divided equally
// among its members. Over 720,720, a multiple of every number up to 16.
std::vector<Fraction> from_dividends(const Coalitions& coalitions) {
  constexpr Int128 kCommon = 720'720;
  std::vector<Int128> dividends;
  for (std::uint32_t mask = 0; mask <= coalitions.all(); ++mask) {
    dividends.push_back(*coalitions.apart(mask));
  }
  std::vector<Int128> sums(coalitions.members());
  for (std::size_t member = 0; member < sums.size(); ++member) {
    for (std::uint32_t mask = 0; mask <= coalitions.all(); ++mask) {
      if ((mask >> member & 1U) != 0) {
        dividends[mask] -= dividends[mask ^ (std::uint32_t{1} << member)];
      }
    }
  }
  for (std::size_t member = 0; member < sums.size(); ++member) {
    for (std::uint32_t mask = 0; mask <= coalitions.all(); ++mask) {
      if ((mask >> member & 1U) != 0) {
        sums[member] += dividends[mask] * (kCommon / __builtin_popcount(mask));
      }
    }
  }
  std::vector<Fraction> shares;
  shares.reserve(sums.size());
  for (Int128 const sum : sums) {
    shares.emplace_back(sum, kCommon * kMillion);
  }
  return shares;
}

class Judge {
 public:
  Judge(const territory::Territory& territory, const SharedCost& cost, const CostSplit& split)
      : all_(territory), cost_(cost), split_(split) {
    if (is_exact()) {
      coalitions_.emplace(cost);
    }
  }

  std::optional<Wrong> run() {
    for (std::size_t member = 0; member < cost_.members.size(); ++member) {
      auto const expected = alone(member);
      bool const is_told = member < split_.alone.size() && split_.alone[member].has_value();
      if (split_.alone.size() != cost_.members.size() || is_told != expected.has_value() ||
          (is_told && Int128(split_.alone[member]->count()) != *expected)) {
        return wrong(WrongKind::kSplitFigureDiffers, "alone, " + id(member),
                     is_told ? base::format_decimal(split_.alone[member]->count(), 6) : "",
                     expected ? base::format_decimal(*expected, 6) : "");
      }
    }
    if (split_.methods.size() != kMethods.size()) {
      return wrong(WrongKind::kSplitFigureDiffers, "methods", split_.methods.size(),
                   kMethods.size());
    }
    for (std::size_t place = 0; place < kMethods.size(); ++place) {
      method_ = &split_.methods[place];
      if (method_->method != static_cast<SplitMethod>(place)) {
        return wrong(WrongKind::kSplitFigureDiffers, "method", place, place);
      }
      if (auto fault = judge_method()) {
        return fault;
      }
    }
    return judge_figures();
  }

 private:
  [[nodiscard]] bool is_exact() const { return cost_.members.size() <= territory::kExactMembers; }
  template <class Found, class Expected>
  Wrong wrong(WrongKind kind, const std::string& what, Found found, Expected expected) const {
    Wrong wrong;
    wrong.kind = kind;
    wrong.of = cost_.id + (what.empty() ? "" : ", " + what);
    wrong.found = text(found);
    wrong.expected = text(expected);
    return wrong;
  }
  static std::string text(const std::string& words) { return words; }
  static std::string text(const char* words) { return words; }
  static std::string text(std::size_t number) { return std::to_string(number); }
  static std::string text(const Fraction& number) { return base::to_text(number); }
  [[nodiscard]] std::string key() const {
    return kMethods[static_cast<std::size_t>(method_->method)];
  }
  [[nodiscard]] std::string who(std::size_t member) const { return key() + ", " + id(member); }
  [[nodiscard]] const std::string& id(std::size_t member) const {
    return all_.stakeholders[cost_.members[member].stakeholder.position()].id;
  }

  [[nodiscard]] std::optional<Int128> alone(std::size_t member) const {
    return coalitions_ ? coalitions_->apart(std::uint32_t{1} << member)
                       : stated_cost(cost_, {member});
  }
  [[nodiscard]] bool all_alone() const {
    for (std::size_t member = 0; member < cost_.members.size(); ++member) {
      if (!alone(member)) {
        return false;
      }
    }
    return true;
  }

  // In what proportion a key divides; none where it rests on something else, or on nothing.
  [[nodiscard]] std::optional<std::vector<Int128>> proportion() const {
    std::vector<Int128> weights;
    Int128 sum = 0;
    for (std::size_t member = 0; member < cost_.members.size(); ++member) {
      const territory::CostMember& one = cost_.members[member];
      std::optional<Int128> weight;
      if (method_->method == SplitMethod::kByHead) {
        weight = one.heads.value_or(1);
      } else if (method_->method == SplitMethod::kByUse) {
        weight = one.use ? std::optional<Int128>(one.use->count()) : std::nullopt;
      } else {
        weight = alone(member);
      }
      if (!weight) {
        return std::nullopt;
      }
      weights.push_back(*weight);
      sum += *weight;
    }
    return sum > 0 ? std::optional(weights) : std::nullopt;
  }

  [[nodiscard]] bool is_due() const {
    switch (method_->method) {
      case SplitMethod::kShapley:
        return all_alone();
      case SplitMethod::kNucleolus:
        return is_exact() && all_alone();
      default:
        return proportion().has_value();
    }
  }

  std::optional<Wrong> judge_method() {
    bool const given = method_->why_not == WhyNotSplit::kNone;
    if (method_->why_not == WhyNotSplit::kTooLarge && method_->shares.empty()) {
      return std::nullopt;
    }
    if (given != is_due() || given == method_->shares.empty()) {
      return wrong(WrongKind::kSplitFigureDiffers, key(), given ? "given" : "not given",
                   is_due() ? "given" : "not given");
    }
    if (!given) {
      return std::nullopt;
    }
    if (method_->shares.size() != cost_.members.size()) {
      return wrong(WrongKind::kSplitFigureDiffers, key() + ", shares", method_->shares.size(),
                   cost_.members.size());
    }
    if (auto fault = judge_paid()) {
      return fault;
    }
    auto fault = judge_exact();
    return fault ? fault : judge_blocking();
  }

  // In cents, the floor or the ceiling of the exact share, and together the cost.
  std::optional<Wrong> judge_paid() {
    Int128 const step = cost_.cost.count() % 10'000 == 0 ? 10'000 : 1;
    Int128 sum = 0;
    for (std::size_t member = 0; member < method_->shares.size(); ++member) {
      const MemberShare& share = method_->shares[member];
      Int128 const paid = share.paid.count();
      Fraction const below(paid - step, kMillion);
      Fraction const above(paid + step, kMillion);
      if (paid % step != 0 || share.exact <= below || share.exact >= above) {
        return wrong(WrongKind::kPaidDiffers, who(member),
                     base::format_decimal(share.paid.count(), 6), share.exact);
      }
      sum += paid;
    }
    return sum == cost_.cost.count()
               ? std::nullopt
               : std::optional(wrong(WrongKind::kPaidDiffers, key(), base::format_decimal(sum, 6),
                                     base::format_decimal(cost_.cost.count(), 6)));
  }

  std::optional<Wrong> judge_exact() {
    std::vector<Fraction> expected;
    if (method_->method == SplitMethod::kNucleolus) {
      std::vector<Fraction> shares;
      for (const MemberShare& share : method_->shares) {
        shares.push_back(share.exact);
      }
      auto const fault = nucleolus_fault(*coalitions_, split_, shares);
      return fault ? std::optional(wrong(WrongKind::kNucleolusNotProven, "", *fault, ""))
                   : std::nullopt;
    }
    if (method_->method == SplitMethod::kShapley) {
      if (!is_exact()) {
        return std::nullopt;  // drawn by lot: the sum was checked, the draw is not made again
      }
      expected = from_dividends(*coalitions_);
    } else {
      std::vector<Int128> const weights = *proportion();
      Int128 sum = 0;
      Int128 divisor = 0;
      for (Int128 const weight : weights) {
        sum += weight;
        divisor = base::greatest_common_divisor(divisor, weight);
      }
      for (Int128 const weight : weights) {
        expected.emplace_back(Int128(cost_.cost.count()) * (weight / divisor),
                              sum / divisor * kMillion);
      }
    }
    for (std::size_t member = 0; member < expected.size(); ++member) {
      if (method_->shares[member].exact != expected[member]) {
        return wrong(WrongKind::kShareDiffers, who(member), method_->shares[member].exact,
                     expected[member]);
      }
    }
    return std::nullopt;
  }

  // What a coalition pays beyond `apart`, or none where it does not.
  [[nodiscard]] std::optional<Fraction> too_much(const std::vector<std::size_t>& members,
                                                 Int128 apart) const {
    Int128 common = 1;
    for (const MemberShare& share : method_->shares) {
      Int128 const one = share.exact.denominator();
      common = common / base::greatest_common_divisor(common, one) * one;
    }
    common = common / base::greatest_common_divisor(common, kMillion) * kMillion;
    Int128 more = -apart * (common / kMillion);
    for (std::size_t const member : members) {
      const Fraction& share = method_->shares[member].exact;
      more += share.numerator() * (common / share.denominator());
    }
    return more > 0 ? std::optional(Fraction(more, common)) : std::nullopt;
  }

  std::optional<Wrong> judge_blocking() {
    std::map<std::vector<std::size_t>, Fraction> expected;
    for (std::uint32_t mask = 1; coalitions_ && mask < coalitions_->all(); ++mask) {
      std::vector<std::size_t> members;
      for (std::size_t member = 0; member < cost_.members.size(); ++member) {
        if ((mask >> member & 1U) != 0) {
          members.push_back(member);
        }
      }
      if (auto const cost = coalitions_->apart(mask)) {
        if (auto const more = too_much(members, *cost)) {
          expected.emplace(std::move(members), *more);
        }
      }
    }
    std::size_t const told = method_->blocking.size() + method_->blocking_left_out;
    if (coalitions_ && told != expected.size()) {
      return wrong(WrongKind::kBlockingDiffers, key(), told, expected.size());
    }
    const std::vector<std::size_t>* before = nullptr;
    for (const BlockingCoalition& one : method_->blocking) {
      bool const in_order = before == nullptr || before->size() < one.members.size() ||
                            (before->size() == one.members.size() && *before < one.members);
      before = &one.members;
      if (!in_order || !is_blocking(one, expected)) {
        return wrong(WrongKind::kBlockingDiffers, key(), names(one.members), "");
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_blocking(
      const BlockingCoalition& one,
      const std::map<std::vector<std::size_t>, Fraction>& expected) const {
    if (coalitions_) {
      auto const found = expected.find(one.members);
      std::uint32_t mask = 0;
      for (std::size_t const member : one.members) {
        mask |= std::uint32_t{1} << member;
      }
      return found != expected.end() && found->second == one.more &&
             coalitions_->apart(mask) == Int128(one.apart.count());
    }
    auto apart = stated_cost(cost_, one.members);
    if (!apart) {
      apart = 0;
      for (std::size_t const member : one.members) {
        *apart += alone(member).value_or(0);
      }
    }
    return *apart == one.apart.count() && too_much(one.members, *apart) == one.more;
  }

  [[nodiscard]] std::string names(const std::vector<std::size_t>& members) const {
    std::string out;
    for (std::size_t const member : members) {
      out += out.empty() ? "" : " ";
      out += id(member);
    }
    return out;
  }

  std::optional<Wrong> judge_figures() {
    Core core = Core::kUnknown;
    bool const proven = split_.methods.back().why_not == WhyNotSplit::kNone;
    for (std::size_t step = 0; proven && core == Core::kUnknown; ++step) {
      if (step == split_.nucleolus.size()) {
        core = Core::kOne;
      } else if (split_.nucleolus[step].complaint != Fraction()) {
        core = split_.nucleolus[step].complaint > Fraction() ? Core::kEmpty : Core::kMany;
      }
    }
    if (split_.core != core) {
      return wrong(WrongKind::kSplitFigureDiffers, "core", static_cast<std::size_t>(split_.core),
                   static_cast<std::size_t>(core));
    }
    if (!coalitions_) {
      return split_.all_coalitions ? std::optional(wrong(WrongKind::kSplitFigureDiffers,
                                                         "all_coalitions", "true", "false"))
                                   : std::nullopt;
    }
    std::size_t known = 0;
    for (std::uint32_t mask = 1; mask < coalitions_->all(); ++mask) {
      known += coalitions_->apart(mask) ? 1U : 0U;
    }
    bool const every = known + 1 == std::max<std::size_t>(coalitions_->all(), 1);
    if (split_.coalitions != known || split_.all_coalitions != every || split_.samples != 0) {
      return wrong(WrongKind::kSplitFigureDiffers, "coalitions", split_.coalitions, known);
    }
    return std::nullopt;
  }

  const territory::Territory& all_;
  const SharedCost& cost_;
  const CostSplit& split_;
  const MethodShares* method_ = nullptr;
  std::optional<Coalitions> coalitions_;
};

Verdict fails(Wrong wrong) {
  Verdict verdict;
  verdict.holds = false;
  verdict.wrong = std::move(wrong);
  return verdict;
}

}  // namespace

Verdict check_split(const territory::Territory& territory, const territory::SplitReport& report,
                    const std::string& input_sha256) {
  if (report.input_sha256 != input_sha256) {
    return fails({WrongKind::kInputDiffers, "", "", "", report.input_sha256, input_sha256});
  }
  if (report.territory != territory.settings.name) {
    return fails({WrongKind::kNameDiffers, "", "", "", report.territory, territory.settings.name});
  }
  if (report.splits.size() != territory.shared_costs.size()) {
    return fails({WrongKind::kSplitFigureDiffers, "", "", "splits",
                  std::to_string(report.splits.size()),
                  std::to_string(territory.shared_costs.size())});
  }
  for (std::size_t place = 0; place < report.splits.size(); ++place) {
    const SharedCost& cost = territory.shared_costs[place];
    const CostSplit& split = report.splits[place];
    if (split.id != cost.id) {
      return fails({WrongKind::kSplitFigureDiffers, "", "", "id", split.id, cost.id});
    }
    if (auto wrong = Judge(territory, cost, split).run()) {
      return fails(*std::move(wrong));
    }
  }
  return {};
}

}  // namespace bocage::check
