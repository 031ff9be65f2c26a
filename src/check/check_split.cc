#include "check/check_split.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "check/blocking.h"
#include "check/coalitions.h"
#include "check/cost_keys.h"
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
constexpr std::array<const char*, 4> kCores{"unknown", "empty", "one", "many"};
constexpr std::array<const char*, 5> kMethods{"by_head", "by_use", "equal_profit", "shapley",
                                              "nucleolus"};

constexpr std::array<const char*, 6> kReasons{"given",         "use_missing",      "alone_missing",
                                              "alone_nothing", "too_many_members", "too_large"};

class Judge {
 public:
  Judge(const territory::Territory& territory, const SharedCost& cost, const CostSplit& split)
      : all_(territory), cost_(cost), split_(split) {
    if (cost.members.size() <= territory::kExactMembers) {
      coalitions_.emplace(cost);
    }
    for (std::size_t member = 0; member < cost.members.size(); ++member) {
      alone_.push_back(coalitions_ ? coalitions_->apart(std::uint32_t{1} << member)
                                   : stated_cost(cost, {member}));
    }
  }

  std::optional<Wrong> run() {
    if (auto fault = judge_alone()) {
      return fault;
    }
    if (split_.methods.size() != kMethods.size()) {
      return wrong(WrongKind::kSplitFigureDiffers, "methods", split_.methods.size(),
                   kMethods.size());
    }
    for (std::size_t place = 0; place < kMethods.size(); ++place) {
      method_ = &split_.methods[place];
      if (method_->method != static_cast<SplitMethod>(place)) {
        return wrong(WrongKind::kSplitFigureDiffers, "method", key(), kMethods[place]);
      }
      if (auto fault = judge_method()) {
        return fault;
      }
    }
    return judge_figures();
  }

 private:
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
  static std::size_t place_of(WhyNotSplit why) { return static_cast<std::size_t>(why); }
  static std::string text(const Fraction& number) { return base::to_text(number); }
  [[nodiscard]] std::string key() const {
    return kMethods[static_cast<std::size_t>(method_->method)];
  }
  [[nodiscard]] std::string who(std::size_t member) const { return key() + ", " + id(member); }
  [[nodiscard]] const std::string& id(std::size_t member) const {
    return all_.stakeholders[cost_.members[member].stakeholder.position()].id;
  }

  [[nodiscard]] bool all_alone() const {
    return std::all_of(alone_.begin(), alone_.end(),
                       [](auto const& one) { return one.has_value(); });
  }

  std::optional<Wrong> judge_alone() {
    for (std::size_t member = 0; member < alone_.size(); ++member) {
      const std::optional<Int128>& expected = alone_[member];
      bool const is_told = member < split_.alone.size() && split_.alone[member].has_value();
      if (split_.alone.size() != alone_.size() || is_told != expected.has_value() ||
          (is_told && Int128(split_.alone[member]->count()) != *expected)) {
        return wrong(WrongKind::kSplitFigureDiffers, "alone, " + id(member),
                     is_told ? base::format_decimal(split_.alone[member]->count(), 6) : "",
                     expected ? base::format_decimal(*expected, 6) : "");
      }
    }
    return std::nullopt;
  }

  // Why a key is not there; none where it should be. The exact shares of the others go to
  // `expected_`, but for the nucleolus and what is drawn by lot.
  [[nodiscard]] WhyNotSplit why_not() {
    expected_.clear();
    if (method_->method == SplitMethod::kShapley || method_->method == SplitMethod::kNucleolus) {
      if (!all_alone()) {
        return WhyNotSplit::kAloneMissing;
      }
      if (method_->method == SplitMethod::kNucleolus) {
        // That it is too large is the one thing taken on trust.
        bool const too_large = method_->why_not == WhyNotSplit::kTooLarge;
        return !coalitions_ ? WhyNotSplit::kTooManyMembers
               : too_large  ? WhyNotSplit::kTooLarge
                            : WhyNotSplit::kNone;
      }
      expected_ = coalitions_ ? from_dividends(*coalitions_) : std::vector<Fraction>();
      return WhyNotSplit::kNone;
    }
    auto const weights = proportion(cost_, method_->method, alone_);
    if (!weights) {
      return method_->method == SplitMethod::kByUse ? WhyNotSplit::kUseMissing
             : all_alone()                          ? WhyNotSplit::kAloneNothing
                                                    : WhyNotSplit::kAloneMissing;
    }
    auto shares = in_proportion(cost_.cost.count(), *weights);
    if (!shares) {
      return WhyNotSplit::kTooLarge;
    }
    expected_ = std::move(*shares);
    return WhyNotSplit::kNone;
  }

  std::optional<Wrong> judge_method() {
    WhyNotSplit const why = why_not();
    std::size_t const due = why == WhyNotSplit::kNone ? cost_.members.size() : 0;
    bool const may_deviate = method_->method == SplitMethod::kShapley && !coalitions_;
    if (method_->why_not != why || (method_->deviation && !may_deviate)) {
      return wrong(WrongKind::kSplitFigureDiffers, key(), kReasons[place_of(method_->why_not)],
                   kReasons[place_of(why)]);
    }
    if (method_->shares.size() != due) {
      return wrong(WrongKind::kSplitFigureDiffers, key() + ", shares", method_->shares.size(), due);
    }
    if (due == 0) {
      return method_->blocking.empty() && method_->blocking_left_out == 0
                 ? std::nullopt
                 : std::optional(wrong(WrongKind::kBlockingDiffers, key(), method_->blocking.size(),
                                       std::size_t{0}));
    }
    if (auto fault = judge_paid()) {
      return fault;
    }
    if (auto fault = judge_exact()) {
      return fault;
    }
    auto const added = AddedShares::of(method_->shares);
    if (!added || !added->make(cost_.cost.count())) {
      return wrong(WrongKind::kShareDiffers, key(), "",
                   base::format_decimal(cost_.cost.count(), 6));
    }
    return judge_blocking(*added);
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
    if (method_->method == SplitMethod::kNucleolus) {
      std::vector<Fraction> shares;
      shares.reserve(method_->shares.size());
      for (const MemberShare& share : method_->shares) {
        shares.push_back(share.exact);
      }
      auto const fault = nucleolus_fault(*coalitions_, split_, shares);
      return fault ? std::optional(wrong(WrongKind::kNucleolusNotProven, "", *fault, ""))
                   : std::nullopt;
    }
    for (std::size_t member = 0; member < expected_.size(); ++member) {
      if (method_->shares[member].exact != expected_[member]) {
        return wrong(WrongKind::kShareDiffers, who(member), method_->shares[member].exact,
                     expected_[member]);
      }
    }
    return std::nullopt;
  }

  std::optional<Wrong> judge_blocking(const AddedShares& added) {
    if (!coalitions_) {
      return judge_some_blocking(added);
    }
    auto expected = blocking_coalitions(*coalitions_, added);
    std::size_t const told = std::min(expected.size(), territory::kBlockingTold);
    if (method_->blocking.size() != told || method_->blocking_left_out != expected.size() - told) {
      return wrong(WrongKind::kBlockingDiffers, key(), method_->blocking.size(), told);
    }
    for (std::size_t place = 0; place < told; ++place) {
      if (method_->blocking[place] != expected[place]) {
        return wrong(WrongKind::kBlockingDiffers, key(), names(method_->blocking[place].members),
                     names(expected[place].members));
      }
    }
    return std::nullopt;
  }

  // Not all coalitions were looked at: each that is told must block.
  std::optional<Wrong> judge_some_blocking(const AddedShares& added) {
    for (const BlockingCoalition& one : method_->blocking) {
      auto const apart = apart_beyond_exact(one.members);
      if (!apart || *apart != one.apart.count() ||
          added.too_much(one.members, *apart) != one.more) {
        return wrong(WrongKind::kBlockingDiffers, key(), names(one.members), "");
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Int128> apart_beyond_exact(
      const std::vector<std::size_t>& members) const {
    if (auto const stated = stated_cost(cost_, members)) {
      return stated;
    }
    Int128 sum = 0;
    for (std::size_t const member : members) {
      if (!alone_[member]) {
        return std::nullopt;
      }
      sum += *alone_[member];
    }
    return sum;
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
    bool const is_drawn = !coalitions_ && split_.methods[3].why_not == WhyNotSplit::kNone;
    if ((split_.samples > 0) != is_drawn) {
      return wrong(WrongKind::kSplitFigureDiffers, "samples", split_.samples,
                   is_drawn ? "1 or more" : "0");
    }
    bool const proven = split_.methods.back().why_not == WhyNotSplit::kNone;
    for (std::size_t step = 0; proven && core == Core::kUnknown; ++step) {
      if (step == split_.nucleolus.size()) {
        core = Core::kOne;
      } else if (split_.nucleolus[step].complaint != Fraction()) {
        core = split_.nucleolus[step].complaint > Fraction() ? Core::kEmpty : Core::kMany;
      }
    }
    if (!proven && (!split_.nucleolus.empty() || split_.held_at_alone)) {
      return wrong(WrongKind::kSplitFigureDiffers, "nucleolus", split_.nucleolus.size(), "0");
    }
    if (split_.core != core) {
      return wrong(WrongKind::kSplitFigureDiffers, "core",
                   kCores[static_cast<std::size_t>(split_.core)],
                   kCores[static_cast<std::size_t>(core)]);
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
    if (split_.coalitions != known || split_.all_coalitions != every) {
      return wrong(WrongKind::kSplitFigureDiffers, "coalitions", split_.coalitions, known);
    }
    return std::nullopt;
  }

  const territory::Territory& all_;
  const SharedCost& cost_;
  const CostSplit& split_;
  std::vector<std::optional<Int128>> alone_;  // by member, in millionths
  const MethodShares* method_ = nullptr;
  std::vector<Fraction> expected_;
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
