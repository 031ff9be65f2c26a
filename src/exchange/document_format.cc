#include "exchange/document_format.h"

#include "exchange/json.h"

namespace bocage::exchange {

bool has_format(std::string_view bytes, std::string_view format) {
  if (bytes.find(format) == std::string_view::npos) {
    return false;
  }
  auto const document = read_json(bytes, "");
  if (!document || document->kind != JsonKind::kObject) {
    return false;
  }
  const JsonValue* const said = document->find("format");
  return said != nullptr && said->text.rfind(format, 0) == 0;
}

}  // namespace bocage::exchange
