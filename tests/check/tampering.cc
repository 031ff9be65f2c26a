#include "check/tampering.h"

namespace bocage::check_tests {

const std::vector<Tampering>& all_tamperings() {
  static const std::vector<Tampering> kAll = [] {
    std::vector<Tampering> all;
    for (auto const part :
         {&tamperings_of_the_head, &tamperings_of_the_lines, &tamperings_of_the_needs,
          &tamperings_of_the_contributions, &tamperings_of_the_blocks, &tamperings_of_the_proof}) {
      std::vector<Tampering> const some = part();
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }();
  return kAll;
}

}  // namespace bocage::check_tests
