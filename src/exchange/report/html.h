#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bocage::exchange {

// Writes a page element by element: what is opened is closed, and every text is escaped. Attributes
// are our own, never what people wrote.
class Html {
 public:
  void open(std::string_view tag, std::string_view attributes = {});
  void close();
  void text(std::string_view text);
  void element(std::string_view tag, std::string_view text, std::string_view attributes = {});
  // Markup of our own: a drawing, a style sheet.
  void raw(std::string_view markup) { written_ += markup; }

  // The page; closes what is still open.
  [[nodiscard]] std::string take();

 private:
  std::string written_;
  std::vector<std::string> open_;
};

}  // namespace bocage::exchange
