#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/reading/text_hash.h"

namespace bocage::exchange {

// Finds the row of a table by its id, or by its name where one row alone bears it.
class Lookup {
 public:
  struct Answer {
    enum class Kind { kFound, kUnknown, kAmbiguous };
    Kind kind = Kind::kUnknown;
    std::size_t position = 0;
    std::vector<std::string> candidates;  // ids, where ambiguous
  };

  // Rows come in the order of their positions, from 0.
  void add(std::string_view id, std::string_view name = {});
  void reserve(std::size_t rows) { by_id_.reserve(rows); }
  [[nodiscard]] Answer find(std::string_view text) const;
  [[nodiscard]] bool has_id(std::string_view id) const;

  // The id or name spelled most like `text`. Looking far costs time, so that after some thousand
  // misspellings in large tables it gives up and proposes nothing.
  [[nodiscard]] std::string nearest(std::string_view text) const;

  // Where the table could not be read whole, nobody can say that an id is unknown.
  bool whole = true;

 private:
  struct Row {
    std::string id;
    std::string name;
  };
  std::vector<Row> rows_;
  TextMap<std::size_t> by_id_;
  TextMap<std::vector<std::size_t>> by_name_;  // folded
  mutable std::size_t patience_ = 2'000'000;   // rows still looked at
};

}  // namespace bocage::exchange
