"""Makes what ships ready-made: the built-in embedding table and the Kazakh language profile. Not packaged."""
