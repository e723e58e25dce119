package org.jigyo.cli;

/** The exit codes of the program, as documented in every command's help and in README.md. */
final class ExitCode {

    static final int OK = 0;
    static final int INTERNAL = 1;
    /** Of {@code compare}, as programs that compare files do. */
    static final int BOUND_NOT_MET = 1;

    static final int USAGE = 2;
    static final int NOTHING_READ = 3;
    static final int SHEETS_WITH_ERRORS = 4;
    static final int ENVIRONMENT = 5;

    private ExitCode() {}
}
