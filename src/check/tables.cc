#include <algorithm>
#include <tuple>

#include "check/matter.h"

namespace bocage::check {
namespace {

using territory::Wrong;
using territory::WrongKind;

template <class Rows>
std::optional<std::uint32_t> place_of_id(const Rows& rows, const std::string& id) {
  auto const found = std::lower_bound(
      rows.begin(), rows.end(), id, [](const auto& row, const auto& key) { return row.id < key; });
  return found != rows.end() && found->id == id
             ? std::optional(static_cast<std::uint32_t>(found - rows.begin()))
             : std::nullopt;
}

struct IdKinds {
  WrongKind unknown;
  WrongKind missing;
  WrongKind not_sorted;
};

// The plan lists every row of the territory once, in its order.
template <class Listed, class Rows>
std::optional<std::pair<WrongKind, std::string>> check_ids(const Listed& listed, const Rows& rows,
                                                           const IdKinds& kinds) {
  for (std::size_t place = 0; place < listed.size(); ++place) {
    const std::string& id = listed[place].id;
    if (!place_of_id(rows, id)) {
      return std::pair(kinds.unknown, id);
    }
    if (place > 0 && id <= listed[place - 1].id) {
      return std::pair(kinds.not_sorted, id);
    }
    if (rows[place].id != id) {
      return std::pair(kinds.missing, rows[place].id);
    }
  }
  if (listed.size() < rows.size()) {
    return std::pair(kinds.missing, rows[listed.size()].id);
  }
  return std::nullopt;
}

MaybeWrong check_rows(const Matter& matter) {
  constexpr IdKinds kNeeds{WrongKind::kNeedUnknown, WrongKind::kNeedMissing,
                           WrongKind::kNeedsNotSorted};
  constexpr IdKinds kContributions{WrongKind::kContributionUnknown, WrongKind::kContributionMissing,
                                   WrongKind::kContributionsNotSorted};
  if (auto const found = check_ids(matter.plan.needs, matter.territory.needs, kNeeds)) {
    return Wrong{.kind = found->first, .need = found->second};
  }
  auto const found =
      check_ids(matter.plan.contributions, matter.territory.contributions, kContributions);
  if (found) {
    return Wrong{.kind = found->first, .contribution = found->second};
  }
  if (matter.plan.rule == territory::Rule::kPeople) {
    for (const territory::Need& need : matter.territory.needs) {
      if (!need.activity && !territory::people_of(matter.territory, need)) {
        return Wrong{.kind = WrongKind::kPeopleMissing, .need = need.id};
      }
    }
  }
  return std::nullopt;
}

struct Pair {
  std::uint32_t contribution = 0;
  std::uint32_t need = 0;
};

// The places of a transfer or a proof; something wrong where an id or the kind of thing does not
// fit.
template <class Row>
MaybeWrong find_pair(const Matter& matter, const Row& row, Pair& pair) {
  auto const contribution = place_of_id(matter.territory.contributions, row.contribution);
  if (!contribution) {
    return Wrong{.kind = WrongKind::kContributionUnknown, .contribution = row.contribution};
  }
  auto const need = place_of_id(matter.territory.needs, row.need);
  if (!need) {
    return Wrong{.kind = WrongKind::kNeedUnknown, .need = row.need};
  }
  pair = {*contribution, *need};
  if (matter.territory.contributions[*contribution].family !=
      matter.territory.needs[*need].family) {
    return Wrong{.kind = WrongKind::kLineNotPossible,
                 .contribution = row.contribution,
                 .need = row.need,
                 .found = word_of(territory::Reason::kNoSuchResource)};
  }
  return std::nullopt;
}

template <class Row>
bool out_of_order(const std::vector<Row>& rows, std::size_t place) {
  return place > 0 && std::tie(rows[place].contribution, rows[place].need) <=
                          std::tie(rows[place - 1].contribution, rows[place - 1].need);
}

MaybeWrong read_transfers(Matter& matter) {
  const std::vector<territory::PlanTransfer>& transfers = matter.plan.transfers;
  for (std::size_t place = 0; place < transfers.size(); ++place) {
    const territory::PlanTransfer& transfer = transfers[place];
    Pair pair;
    if (MaybeWrong wrong = find_pair(matter, transfer, pair)) {
      return wrong;
    }
    Wrong wrong{.contribution = transfer.contribution,
                .need = transfer.need,
                .found = millionths_text(transfer.quantity)};
    std::int64_t const quantum = matter.quantum_of(pair.need);
    if (out_of_order(transfers, place)) {
      wrong.kind = WrongKind::kTransfersNotSorted;
      return wrong;
    }
    if (transfer.quantity.count() <= 0) {
      wrong.kind = WrongKind::kQuantityNotPositive;
      return wrong;
    }
    if (transfer.quantity.count() % quantum != 0) {
      wrong.kind = WrongKind::kQuantityNotWhole;
      wrong.expected = millionths_text(territory::Millionths(quantum));
      return wrong;
    }
    matter.lines.push_back({pair.contribution, pair.need, transfer.quantity.count() / quantum});
  }
  return std::nullopt;
}

MaybeWrong read_proof(Matter& matter) {
  const std::vector<territory::PlanProof>& proof = matter.plan.proof;
  for (std::size_t place = 0; place < proof.size(); ++place) {
    Pair pair;
    if (MaybeWrong wrong = find_pair(matter, proof[place], pair)) {
      return wrong;
    }
    Wrong wrong{.contribution = proof[place].contribution,
                .need = proof[place].need,
                .found = base::to_text(proof[place].quantity)};
    if (!matter.fair_leads) {
      wrong.kind = WrongKind::kProofWithoutFair;
      return wrong;
    }
    if (out_of_order(proof, place)) {
      wrong.kind = WrongKind::kProofNotSorted;
      return wrong;
    }
    auto const quantity = in_quanta(proof[place].quantity, matter.quantum_of(pair.need));
    if (!quantity) {
      wrong.kind = WrongKind::kProofOutOfRange;
      return wrong;
    }
    Line const line{pair.contribution, pair.need, 0};
    auto const transfer = std::lower_bound(matter.lines.begin(), matter.lines.end(), line);
    bool const has_transfer = transfer != matter.lines.end() &&
                              transfer->contribution == line.contribution &&
                              transfer->need == line.need;
    if (*quantity == base::Fraction(has_transfer ? transfer->quantity : 0, 1)) {
      wrong.kind = WrongKind::kProofRepeatsTransfer;
      return wrong;
    }
    matter.proof.push_back({pair.contribution, pair.need, *quantity});
  }
  return std::nullopt;
}

}  // namespace

MaybeWrong check_tables(Matter& matter) {
  if (MaybeWrong wrong = check_rows(matter)) {
    return wrong;
  }
  if (MaybeWrong wrong = read_transfers(matter)) {
    return wrong;
  }
  return read_proof(matter);
}

}  // namespace bocage::check
