#include "mechanism/split/game.h"

#include "territory/split.h"

namespace bocage::mechanism::split {
namespace {

using base::Int128;
using territory::CoalitionFormula;

constexpr Int128 kMillion = 1'000'000;

// A fraction of a millionth counts as one.
Int128 by_formula(const CoalitionFormula& formula, Int128 use) {
  Int128 const begun = !formula.capacity ? 1
                       : use == 0        ? 0
                                         : (use - 1) / formula.capacity->count() + 1;
  Int128 const for_use = (use * formula.per_use.count() + kMillion - 1) / kMillion;
  return begun * formula.fixed.count() + for_use;
}

}  // namespace

Members members_of(Mask mask) {
  Members members;
  for (std::size_t member = 0; mask != 0; ++member, mask >>= 1U) {
    if ((mask & 1U) != 0) {
      members.push_back(member);
    }
  }
  return members;
}

Game::Game(const territory::SharedCost& cost)
    : cost_(cost), size_(cost.members.size()), whole_(cost.cost.count()) {
  for (const territory::CoalitionCost& coalition : cost.coalitions) {
    stated_[coalition.members] = coalition.cost.count();
  }
  if (is_exact()) {
    fill_table();
  }
}

bool Game::is_exact() const { return size_ <= territory::kExactMembers; }

std::optional<Int128> Game::stated(const Members& members) const {
  if (members.size() == size_) {
    return whole_;
  }
  auto const found = stated_.find(members);
  if (found != stated_.end()) {
    return found->second;
  }
  if (!cost_.formula) {
    return std::nullopt;
  }
  Int128 use = 0;
  for (std::size_t const member : members) {
    use += cost_.members[member].use.value_or(territory::Millionths(0)).count();
  }
  return by_formula(*cost_.formula, use);
}

// A coalition that states nothing goes apart as a part that states a cost, with its first member,
// and the rest as cheaply as the rest can: 3^n steps at most, 43 million for sixteen.
void Game::fill_table() {
  table_.assign(std::size_t{1} << size_, std::nullopt);
  table_[0] = 0;
  std::vector<bool> is_stated(table_.size());
  for (Mask mask = 1; mask < table_.size(); ++mask) {
    table_[mask] = stated(members_of(mask));
    is_stated[mask] = table_[mask].has_value();
    if (is_stated[mask]) {
      continue;
    }
    Mask const first = mask & (~mask + 1);
    Mask const others = mask ^ first;
    for (Mask rest = others; rest != 0; rest = (rest - 1) & others) {
      Mask const part = mask ^ rest;
      if (is_stated[part] && table_[rest]) {
        Int128 const sum = *table_[part] + *table_[rest];
        table_[mask] = table_[mask] ? std::min(*table_[mask], sum) : sum;
      }
    }
  }
}

std::optional<Int128> Game::apart(const Members& members) const {
  if (is_exact()) {
    Mask mask = 0;
    for (std::size_t const member : members) {
      mask |= Mask{1} << member;
    }
    return table_[mask];
  }
  if (auto const known = stated(members); known || members.size() <= 1) {
    return known;
  }
  Int128 sum = 0;
  for (std::size_t const member : members) {
    auto const one = stated({member});
    if (!one) {
      return std::nullopt;
    }
    sum += *one;
  }
  return sum;
}

bool Game::all_alone_known() const {
  for (std::size_t member = 0; member < size_; ++member) {
    if (!alone(member)) {
      return false;
    }
  }
  return true;
}

}  // namespace bocage::mechanism::split
