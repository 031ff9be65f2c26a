#include "check/sweep.h"

#include <algorithm>
#include <optional>

#include "check/potentials.h"
#include "check/thresholds.h"

namespace bocage::check {
namespace {

class Sweep {
 public:
  Sweep(const Certificate& certificate, const CarriedByNeed& carried, const ExactFlow* exact)
      : given_(certificate), links_(*certificate.links) {
    if (exact != nullptr) {
      thresholds_.emplace(certificate, carried, *exact);
    }
    if (!certificate.criteria.empty()) {
      potentials_.emplace(certificate);
    }
    find_first_equals();
  }

  Finding run() {
    Finding finding = !thresholds_   ? look_at_links<false, true>()
                      : !potentials_ ? look_at_links<true, false>()
                                     : look_at_links<true, true>();
    if (finding.fault == Fault::kNone && thresholds_) {
      finding = thresholds_->finish();
    }
    if (finding.fault == Fault::kNone && potentials_) {
      finding = potentials_->finish();
    }
    return finding;
  }

 private:
  // Blocks stand by rising threshold, so that two numbers tell which is lower: all before the first
  // of equal threshold are.
  void find_first_equals() {
    for (std::uint32_t block = 0; block < given_.rank.size(); ++block) {
      bool const equals = block > 0 && given_.rank[block] == given_.rank[block - 1];
      first_equal_.push_back(equals ? first_equal_.back() : block);
    }
    if (first_equal_.empty()) {
      first_equal_.push_back(0);  // where `fair` does not lead, all are in one block
    }
  }

  template <bool kFairLeads, bool kHasCriteria>
  Finding look_at_links() {
    for (std::uint32_t need = 0; need < given_.cap.size(); ++need) {
      if (given_.block_of_need[need] == kNoBlock) {
        continue;
      }
      Finding const finding = look_at_links_of<kFairLeads, kHasCriteria>(need);
      if (finding.fault != Fault::kNone) {
        return finding;
      }
    }
    return {};
  }

  template <bool kFairLeads, bool kHasCriteria>
  Finding look_at_links_of(std::uint32_t need) {
    std::uint32_t const block = given_.block_of_need[need];
    std::uint32_t const first_equal = first_equal_[block];
    const std::uint32_t* const contributions = links_.contribution.data();
    const std::uint32_t* const blocks = given_.block_of_contribution.data();
    std::uint32_t const first = links_.first[need];
    std::uint32_t const end = links_.first[need + 1];
    // Which links are inside the block is beyond guessing: they are noted down without a branch.
    inside_.resize(std::max<std::size_t>(inside_.size(), end - first + 1));
    std::uint32_t* next = inside_.data();
    for (std::uint32_t k = first; k < end; ++k) {
      *next = k;
      next += blocks[contributions[k]] >= first_equal ? 1 : 0;
    }
    Potentials::FirstCosts costs{};
    if constexpr (kHasCriteria) {
      costs = potentials_->first_costs_of(need);
    }
    char asked = 0;
    for (const std::uint32_t* at = inside_.data(); at != next; ++at) {
      std::uint32_t const k = *at;
      std::uint32_t const contribution = contributions[k];
      std::uint32_t const other = blocks[contribution];
      if (other != block) {
        return between(other, block, need, contribution);
      }
      if constexpr (kFairLeads) {
        asked = static_cast<char>(asked | thresholds_->meet(need, contribution, block));
      }
      if constexpr (kHasCriteria) {
        std::int64_t const cost = costs(contribution, k);
        if (!potentials_->is_plain(k, cost)) {
          potentials_->look(need, k, cost);
        }
      }
    }
    if constexpr (kFairLeads) {
      thresholds_->leave(need, asked);
    }
    if constexpr (kHasCriteria) {
      potentials_->leave(need);
    }
    return {};
  }

  Finding between(std::uint32_t of_contribution, std::uint32_t of_need, std::uint32_t need,
                  std::uint32_t contribution) const {
    Finding finding{.need = need, .contribution = contribution, .block = of_need};
    finding.fault = of_contribution == kNoBlock ? Fault::kBlockMissing
                    : given_.rank[of_contribution] == given_.rank[of_need]
                        ? Fault::kBlocksTouch
                        : Fault::kPoorerElsewhere;
    return finding;
  }

  const Certificate& given_;
  const territory::PossibleLinks& links_;
  std::optional<Thresholds> thresholds_;
  std::optional<Potentials> potentials_;
  std::vector<std::uint32_t>
      inside_;  // links of the present need, from no lower threshold than its own
  std::vector<std::uint32_t> first_equal_;  // of a block: the first block of the same threshold
};

}  // namespace

Finding sweep_links(const Certificate& certificate, const CarriedByNeed& carried,
                    const ExactFlow* exact) {
  return Sweep(certificate, carried, exact).run();
}

}  // namespace bocage::check
