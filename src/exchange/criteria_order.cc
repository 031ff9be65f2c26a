#include "exchange/criteria_order.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/codes.h"

namespace bocage::exchange {

using territory::Criterion;

std::optional<std::vector<Criterion>> order_from_words(std::span<const std::string> words) {
  std::vector<Criterion> order;
  bool led = false;
  for (const std::string& word : words) {
    auto const criterion = value_of<Criterion>(word);
    if (!criterion || std::find(order.begin(), order.end(), *criterion) != order.end()) {
      return std::nullopt;
    }
    bool const can_lead = *criterion == Criterion::kFair || *criterion == Criterion::kTotal ||
                          *criterion == Criterion::kValue;
    bool const can_follow = *criterion != Criterion::kFair && *criterion != Criterion::kMinimum;
    bool const opens = *criterion == Criterion::kMinimum && order.empty();
    if (!(led ? can_follow : can_lead || opens)) {
      return std::nullopt;
    }
    led = led || can_lead;
    order.push_back(*criterion);
  }
  return led ? std::optional(order) : std::nullopt;
}

std::optional<std::vector<Criterion>> order_from_text(std::string_view text) {
  std::vector<std::string> words;
  while (true) {
    std::size_t const end = std::min(text.find(','), text.size());
    words.emplace_back(base::trim(text.substr(0, end)));
    if (end == text.size()) {
      return order_from_words(words);
    }
    text.remove_prefix(end + 1);
  }
}

}  // namespace bocage::exchange
