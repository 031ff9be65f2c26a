# Puts the bytes of a file into a library: `extern "C" const char <symbol>[]` and `<symbol>_end[]`. The assembler does
# the copying, in no time, with any compiler; the note keeps the stack of whoever links it from being executable.
enable_language(ASM)

function(embed_file target symbol file)
  set(assembly ${PROJECT_BINARY_DIR}/${symbol}.S)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [[
    .section .rodata
    .balign 16
    .global @symbol@
    .type @symbol@, %object
@symbol@:
    .incbin "@file@"
    .global @symbol@_end
    .type @symbol@_end, %object
@symbol@_end:
    .byte 0
    .size @symbol@, @symbol@_end - @symbol@
    .section .note.GNU-stack,"",%progbits
]])
  set_source_files_properties(${assembly} PROPERTIES
    OBJECT_DEPENDS ${file} COMPILE_OPTIONS -Wno-unused-command-line-argument)
  target_sources(${target} PRIVATE ${assembly})
endfunction()
