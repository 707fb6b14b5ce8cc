#include "render/evaluation_text.h"

namespace supportcalc {

std::string evaluation_text(const AnswerView& answer, const PageStyle& style) {
  Page page(style.bold);
  page.heading(answer.evaluator.policy().id);
  return page.text();
}

}  // namespace supportcalc
