from components.begin import begin
begin('Coverage')
