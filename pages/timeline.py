from components.begin import begin

begin("Timeline")
