"""How sure an effect is: placebos counted, exact t, bootstrap, conformal, several outcomes."""
