#include <tree_sitter/api.h>

/// The Python grammar, from tree-sitter-python.
const TSLanguage *tree_sitter_python(void);
