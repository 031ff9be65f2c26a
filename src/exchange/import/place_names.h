#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bocage::exchange::importing {

// What the columns of a row say of a commune, as written; any may be empty.
struct WrittenPlace {
  std::string_view name;
  std::string_view code;  // INSEE
  std::string_view postcode;
};

struct CommuneReading {
  std::string code;                     // INSEE; empty where none is certain
  std::vector<std::string> candidates;  // codes, where several communes bear the name
  std::string nearest;                  // a commune one or two letters away, as its code
};

// "Saillans", "26340 SAILLANS", "Saint-Étienne (42)", 26289, 1004 for 01004.
[[nodiscard]] CommuneReading read_commune(const WrittenPlace& written);

// The department of a commune: the first two characters of its code, three overseas.
[[nodiscard]] std::string department_of(std::string_view code);

// "Saillans (26289)"; the code alone where it is not known.
[[nodiscard]] std::string commune_label(const std::string& code);

}  // namespace bocage::exchange::importing
