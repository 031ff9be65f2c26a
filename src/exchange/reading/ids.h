#pragma once

#include <string>
#include <string_view>

#include "exchange/reading/raw_table.h"
#include "exchange/reading/report.h"
#include "exchange/reading/text_hash.h"

namespace bocage::exchange {

// The ids that must differ from one another: those of one table, or of several.
class IdSpace {
 public:
  // Takes the ids that people wrote; reports repeated ones and those with spaces, which lists could
  // not hold.
  void claim(const RawTable& table, std::size_t id_column, Report& report);

  // A new id from `text`, with "-2", "-3", ... where it is taken. `otherwise` where the text has no
  // letter.
  [[nodiscard]] std::string derive(std::string_view text, std::string_view otherwise);

 private:
  struct Claim {
    const RawTable* table = nullptr;  // null where the id is derived
    std::size_t row = 0;
  };
  TextMap<Claim> first_seen_;
  TextMap<int> last_suffix_;
};

}  // namespace bocage::exchange
