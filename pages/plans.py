from components.begin import begin
begin('Plans')
