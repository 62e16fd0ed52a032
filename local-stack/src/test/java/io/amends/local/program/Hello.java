package io.amends.local.program;

/** The smallest program that can be seen to have run. */
public final class Hello {

  private Hello() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
