#include "mechanism/allocate/minima.h"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>
#include <tuple>

#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {
namespace {

constexpr int kMostNodes = 20'000;

// Sums of weights that a choice must reach.
using AtLeast = std::vector<std::pair<std::vector<double>, double>>;

// What the minima of a part lack when as much of them as possible is met together.
std::int64_t lack_of(const Instance& instance, const Part& part, const std::vector<bool>& kept) {
  Flow<std::int64_t> flow;
  flow.on_link.assign(part.links(), 0);
  for (std::uint32_t const place : part.contribution_place) {
    flow.left.push_back(instance.supply[place]);
  }
  for (std::size_t n = 0; n < part.needs(); ++n) {
    flow.lack.push_back(kept[n] ? instance.minimum[part.need_place[n]] : 0);
  }
  augment(part, flow);
  return std::accumulate(flow.lack.begin(), flow.lack.end(), std::int64_t{0});
}

// Columns: one yes-or-no a need with a minimum, then a quantity a link of such a need. Rows: a
// need's links carry its minimum if it is kept; a contribution gives no more than it has.
class ChoiceProgram {
 public:
  ChoiceProgram(const Instance& instance, const Part& part) : instance_(instance), part_(part) {
    for (std::uint32_t n = 0; n < part.needs(); ++n) {
      if (instance.minimum[part.need_place[n]] > 0) {
        needs_.push_back(n);
      }
    }
    build_columns();
  }

  [[nodiscard]] const std::vector<std::uint32_t>& needs() const { return needs_; }

  struct Answer {
    std::vector<bool> kept;  // of `needs()`
    double bound = 0;
  };

  // The choice with the largest sum of `weight`, with at least `least[k]` of every earlier weight.
  Answer choose(const std::vector<double>& weight, const AtLeast& at_least) const {
    // The solver keeps a state of its own, one for the process, and bears no second caller.
    static std::mutex one_at_a_time;
    std::scoped_lock const lock(one_at_a_time);
    std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> model(Cbc_newModel(), Cbc_deleteModel);
    Cbc_setLogLevel(model.get(), 0);
    load(model.get(), weight, at_least);
    Cbc_setMaximumNodes(model.get(), kMostNodes);
    // Nothing but branch and bound: prepared, CBC 2.10.8 calls a choice optimal that is not; with
    // its cuts or heuristics, it can end the whole process at an assertion of CLP.
    for (const char* extra : {"preprocess", "cuts", "heuristics"}) {
      Cbc_setParameter(model.get(), extra, "off");
    }
    Cbc_solve(model.get());
    Answer answer{std::vector<bool>(needs_.size()), 0};
    const double* solution = Cbc_getColSolution(model.get());
    for (std::size_t i = 0; i < needs_.size() && solution != nullptr; ++i) {
      answer.kept[i] = solution[i] > 0.5;
    }
    answer.bound = Cbc_isProvenOptimal(model.get()) != 0 ? Cbc_getObjValue(model.get())
                                                         : Cbc_getBestPossibleObjValue(model.get());
    return answer;
  }

 private:
  // Column-wise: which rows a column enters, and with what factor.
  void build_columns() {
    std::vector<int> row_of_contribution(part_.contributions());
    std::iota(row_of_contribution.begin(), row_of_contribution.end(),
              static_cast<int>(needs_.size()));
    start_.push_back(0);
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      add_entry(static_cast<int>(i),
                -static_cast<double>(instance_.minimum[part_.need_place[needs_[i]]]));
      end_column();
    }
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      std::uint32_t const need = needs_[i];
      for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
        add_entry(static_cast<int>(i), 1);
        add_entry(row_of_contribution[part_.link_contribution[k]], 1);
        end_column();
      }
    }
  }

  void add_entry(int row, double factor) {
    row_.push_back(row);
    factor_.push_back(factor);
  }

  void end_column() { start_.push_back(static_cast<int>(row_.size())); }

  void load(Cbc_Model* model, const std::vector<double>& weight, const AtLeast& at_least) const {
    std::size_t const columns = start_.size() - 1;
    std::size_t const rows = needs_.size() + part_.contributions();
    std::vector<double> column_low(columns, 0);
    std::vector<double> column_high(columns, 1e30);
    std::vector<double> objective(columns, 0);
    std::fill_n(column_high.begin(), needs_.size(), 1);
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      objective[i] = -weight[i];
    }
    std::vector<double> row_low(rows, 0);
    std::vector<double> row_high(rows, 0);
    for (std::size_t c = 0; c < part_.contributions(); ++c) {
      row_high[needs_.size() + c] =
          static_cast<double>(instance_.supply[part_.contribution_place[c]]);
    }
    Cbc_loadProblem(model, static_cast<int>(columns), static_cast<int>(rows), start_.data(),
                    row_.data(), factor_.data(), column_low.data(), column_high.data(),
                    objective.data(), row_low.data(), row_high.data());
    std::vector<int> yes_or_no(needs_.size());
    std::iota(yes_or_no.begin(), yes_or_no.end(), 0);
    for (int const column : yes_or_no) {
      Cbc_setInteger(model, column);
    }
    for (const auto& [earlier_weight, least] : at_least) {
      Cbc_addRow(model, "", static_cast<int>(yes_or_no.size()), yes_or_no.data(),
                 earlier_weight.data(), 'G', least);
    }
  }

  const Instance& instance_;
  const Part& part_;
  std::vector<std::uint32_t> needs_;
  std::vector<int> start_;
  std::vector<int> row_;
  std::vector<double> factor_;
};

class ShortPart {
 public:
  ShortPart(const Instance& instance, const Part& part, const MinimaQuestion& question)
      : instance_(instance), part_(part), question_(question), program_(instance, part) {}

  void choose(MinimaAnswer& answer) {
    if (!choose_by_trial(answer)) {
      choose_by_program(answer);
    }
  }

 private:
  // Where it is enough to leave out one need, besides those that no choice could keep, every choice
  // is tried: exact flows alone decide, and no program is needed.
  bool choose_by_trial(MinimaAnswer& answer) {
    std::vector<bool> kept(program_.needs().size(), false);
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      kept[i] = true;
      if (feasible(kept)) {
        possible.push_back(i);
      }
      kept[i] = false;
    }
    for (std::size_t const i : possible) {
      kept[i] = true;
    }
    if (feasible(kept)) {
      answer.bound += static_cast<int>(possible.size());
      write(kept, answer);
      return true;
    }
    std::vector<std::size_t> leave;
    for (std::size_t const i : possible) {
      kept[i] = false;
      if (feasible(kept)) {
        leave.push_back(i);
      }
      kept[i] = true;
    }
    if (leave.empty()) {
      return false;
    }
    std::size_t const best = *std::min_element(
        leave.begin(), leave.end(),
        [&](std::size_t a, std::size_t b) { return left_first(a) < left_first(b); });
    answer.drawn =
        answer.drawn || std::count_if(leave.begin(), leave.end(), [&](std::size_t i) {
                          return std::get<0>(left_first(i)) == std::get<0>(left_first(best)) &&
                                 std::get<1>(left_first(i)) == std::get<1>(left_first(best));
                        }) > 1;
    kept[best] = false;
    answer.bound += static_cast<int>(possible.size()) - 1;
    write(kept, answer);
    return true;
  }

  // The tie rules: whoever was not set aside before, stands for the fewest people, drew the least,
  // leaves first.
  std::tuple<bool, std::int64_t, std::int64_t> left_first(std::size_t i) const {
    std::uint32_t const place = part_.need_place[program_.needs()[i]];
    return {question_.was_set_aside[place], question_.people.empty() ? 0 : question_.people[place],
            question_.lot[place]};
  }

  void choose_by_program(MinimaAnswer& answer) {
    std::vector<double> const ones(program_.needs().size(), 1);
    std::vector<double> const drawn =
        weights([&](std::uint32_t place) { return question_.lot[place]; });
    ChoiceProgram::Answer choice = program_.choose(ones, {});
    answer.bound += static_cast<int>(std::floor(-choice.bound + 1e-6));
    AtLeast at_least{{ones, sum(ones, choice.kept)}};
    refine(choice.kept, at_least, weights([&](std::uint32_t place) {
             return std::int64_t{question_.was_set_aside[place]};
           }));
    if (!question_.people.empty()) {
      refine(choice.kept, at_least,
             weights([&](std::uint32_t place) { return question_.people[place]; }));
    }
    improve(choice.kept, at_least, drawn);
    if (question_.tell_if_drawn && !answer.drawn) {
      answer.drawn = another_choice_ties(drawn, at_least, choice.kept);
    }
    write(make_feasible(std::move(choice.kept), drawn), answer);
  }

  template <class Number>
  std::vector<double> weights(Number&& number) const {
    std::vector<double> all;
    for (std::uint32_t const need : program_.needs()) {
      all.push_back(static_cast<double>(number(part_.need_place[need])));
    }
    return all;
  }

  bool another_choice_ties(std::vector<double> weight, const AtLeast& at_least,
                           const std::vector<bool>& chosen) const {
    for (double& number : weight) {
      number = -number;
    }
    std::vector<bool> const other = program_.choose(weight, at_least).kept;
    return other != chosen && stands(other, at_least);
  }

  static double sum(const std::vector<double>& weight, const std::vector<bool>& kept) {
    double total = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) {
      total += kept[i] ? weight[i] : 0;
    }
    return total;
  }

  // The solver works in doubles: a choice that an exact flow does not bear out, or that is worse by
  // an earlier weight, is not taken.
  void improve(std::vector<bool>& kept, const AtLeast& at_least,
               const std::vector<double>& weight) const {
    std::vector<bool> other = program_.choose(weight, at_least).kept;
    if (stands(other, at_least)) {
      kept = std::move(other);
    }
  }

  bool stands(const std::vector<bool>& kept, const AtLeast& at_least) const {
    return feasible(kept) &&
           std::all_of(at_least.begin(), at_least.end(), [&](const auto& earlier) {
             return sum(earlier.first, kept) >= earlier.second;
           });
  }

  void refine(std::vector<bool>& kept, AtLeast& at_least, const std::vector<double>& weight) const {
    if (std::all_of(weight.begin(), weight.end(), [&](double w) { return w == weight.front(); })) {
      return;
    }
    improve(kept, at_least, weight);
    at_least.emplace_back(weight, sum(weight, kept));
  }

  std::vector<bool> over_all_needs(const std::vector<bool>& kept) const {
    std::vector<bool> all(part_.needs(), false);
    for (std::size_t i = 0; i < kept.size(); ++i) {
      all[program_.needs()[i]] = kept[i];
    }
    return all;
  }

  bool feasible(const std::vector<bool>& kept) const {
    return lack_of(instance_, part_, over_all_needs(kept)) == 0;
  }

  // The solver works in doubles: should its tolerance have let too much in, the least drawn leaves.
  std::vector<bool> make_feasible(std::vector<bool> kept, const std::vector<double>& drawn) const {
    while (!feasible(kept)) {
      std::size_t least = kept.size();
      for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] && (least == kept.size() || drawn[i] < drawn[least])) {
          least = i;
        }
      }
      kept[least] = false;
    }
    return kept;
  }

  void write(const std::vector<bool>& kept, MinimaAnswer& answer) const {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      std::uint32_t const place = part_.need_place[program_.needs()[i]];
      answer.set_aside[place] = !kept[i];
      answer.kept += kept[i] ? 1 : 0;
      if (!kept[i]) {
        std::vector<bool> with_it = kept;
        with_it[i] = true;
        answer.returns_with[place] = lack_of(instance_, part_, over_all_needs(with_it));
      }
    }
  }

  const Instance& instance_;
  const Part& part_;
  const MinimaQuestion& question_;
  ChoiceProgram program_;
};

void drop_minima(const Instance& instance, const Part& part, MinimaAnswer& answer) {
  for (std::uint32_t const place : part.need_place) {
    answer.dropped[place] = instance.minimum[place] > 0;
  }
}

}  // namespace

MinimaAnswer choose_minima(const Instance& instance, const MinimaQuestion& question) {
  MinimaAnswer answer;
  answer.set_aside.assign(instance.needs(), false);
  answer.dropped.assign(instance.needs(), false);
  answer.in_short_part.assign(instance.needs(), false);
  answer.lacking.assign(instance.needs(), 0);
  answer.returns_with.assign(instance.needs(), 0);
  Part const whole = whole_part(instance);
  for (const Part& part : connected_pieces(whole)) {
    std::int64_t const lack = lack_of(instance, part, std::vector<bool>(part.needs(), true));
    if (lack == 0) {
      continue;
    }
    answer.short_anywhere = true;
    answer.lacking[part.need_place.front()] = lack;
    for (std::uint32_t const place : part.need_place) {
      answer.in_short_part[place] = true;
    }
    if (question.share_instead) {
      drop_minima(instance, part, answer);
    } else {
      ShortPart(instance, part, question).choose(answer);
    }
  }
  return answer;
}

}  // namespace bocage::mechanism::allocate
