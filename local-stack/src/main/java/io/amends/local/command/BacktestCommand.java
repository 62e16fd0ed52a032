package io.amends.local.command;

import picocli.CommandLine.Command;

/** The scorer judges a chain's own past: the module {@code retention-scorer}. */
@Command(
    name = "backtest",
    description = "How good the risk would have been on a chain's own past.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand extends ElsewhereCommand {}
