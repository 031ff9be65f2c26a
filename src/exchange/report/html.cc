#include "exchange/report/html.h"

#include "exchange/map/svg.h"

namespace bocage::exchange {
namespace {

// Phrasing elements stay on the line of their text: a line end between them would show as a space.
bool stands_alone(std::string_view tag) {
  for (std::string_view const inside_text : {"a", "span", "strong", "b", "td", "th"}) {
    if (tag == inside_text) {
      return false;
    }
  }
  return true;
}

}  // namespace

void Html::open(std::string_view tag, std::string_view attributes) {
  written_ += '<';
  written_ += tag;
  if (!attributes.empty()) {
    written_ += ' ';
    written_ += attributes;
  }
  written_ += '>';
  open_.emplace_back(tag);
}

void Html::close() {
  written_ += "</" + open_.back() + ">";
  if (stands_alone(open_.back())) {
    written_ += '\n';
  }
  open_.pop_back();
}

void Html::text(std::string_view text) { written_ += svg::escaped(text); }

void Html::element(std::string_view tag, std::string_view text, std::string_view attributes) {
  open(tag, attributes);
  this->text(text);
  close();
}

std::string Html::take() {
  while (!open_.empty()) {
    close();
  }
  return std::move(written_);
}

}  // namespace bocage::exchange
