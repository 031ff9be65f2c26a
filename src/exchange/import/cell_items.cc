#include "exchange/import/cell_items.h"

#include <algorithm>

#include "base/text.h"

namespace bocage::exchange::importing {

Item read_item(std::string_view text, bool french) {
  Item item;
  std::string const plain = plain_signs(text);
  item.reading = read_quantity(plain, french);
  if (!item.reading.number.empty()) {
    item.resource = item.reading.rest;
    item.reading.rest.clear();
    if (item.reading.doubt == QuantityDoubt::kExtraWords) {
      item.reading.doubt = QuantityDoubt::kNone;
    }
    return item;
  }
  std::size_t const digit = plain.find_first_of("0123456789");
  std::string_view name = std::string_view(plain).substr(0, digit);
  name = name.substr(0, std::min(name.find_last_not_of(" :-(,=") + 1, name.size()));
  item.resource = name;
  if (digit != std::string::npos && !name.empty()) {
    std::string_view rest = std::string_view(plain).substr(digit);
    rest.remove_suffix(rest.ends_with(')') ? 1 : 0);
    item.reading = read_quantity(rest, french);
  }
  return item;
}

std::vector<std::string_view> split_items(std::string_view text) {
  std::vector<std::string_view> items;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t const after = std::min(text.find_first_not_of(' ', at + 1), text.size());
    bool const digit_next = after < text.size() && text[after] >= '0' && text[after] <= '9';
    bool const list_comma = text[at] == ',' && after > at + 1 && digit_next;
    if (text[at] == '\n' || text[at] == ';' || list_comma) {
      items.push_back(base::trim(text.substr(start, at - start)));
      start = at + 1;
    }
  }
  items.push_back(base::trim(text.substr(start)));
  items.erase(std::remove(items.begin(), items.end(), std::string_view()), items.end());
  return items;
}

}  // namespace bocage::exchange::importing
