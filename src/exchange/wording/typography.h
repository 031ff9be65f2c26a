#pragma once

#include <string>
#include <string_view>

#include "territory/territory.h"

namespace bocage::exchange {

// On a page, French sets a narrow no-break space before ; : ? and !, a no-break space before % and
// inside « »; a line never breaks there. English stays as it is.
[[nodiscard]] std::string with_fine_spaces(std::string_view text, territory::Language language);

}  // namespace bocage::exchange
